import { Rational } from '../../src/arithmetic/rational.ts';
import type { Binder, Operator, Quantifier, Term } from './term.ts';

const TOKEN =
  /\s+|(<->|->|<=|<>|=\?|<\?|:=|=>|\/\\|\\\/|::|%\w+|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_'.]*|[()+\-*/^<=:,|{}])/uy;

/** Coq's levels of its own notations: the lower, the tighter an operator binds its sides. They start at 30. */
const LEVELS: Record<Operator, { readonly level: number; readonly right?: true }> = {
  '->': { level: 99, right: true },
  '<->': { level: 95 },
  '\\/': { level: 85, right: true },
  '/\\': { level: 80, right: true },
  '=': { level: 70 },
  '<>': { level: 70 },
  '<=': { level: 70 },
  '<': { level: 70 },
  '=?': { level: 70 },
  '<?': { level: 70 },
  '::': { level: 60, right: true },
  '+': { level: 50 },
  '-': { level: 50 },
  '*': { level: 40 },
  '/': { level: 40 },
  '^': { level: 30, right: true },
};
const WIDEST = 200;
const RELATION = 70;
const MINUS = 35;
const WORDS = new Set(['then', 'else', 'in', 'with', 'end', 'return', 'fun', 'forall', 'exists', 'let', 'match', 'if']);

/** Parses a term that Coq printed. @throws SyntaxError naming the unexpected token */
export function parse(text: string): Term {
  const reader = new Reader(text);
  const term = reader.term(WIDEST);
  reader.end();
  return term;
}

/** The body of a definition as Coq prints it, `NAME = BODY : TYPE`. A `fix` becomes its function, which may call itself. */
export function parseDefinition(text: string): Term {
  const reader = new Reader(text.slice(text.indexOf('=') + 1));
  return reader.definition();
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  end(): void {
    if (this.#at < this.#tokens.length) this.#refuse();
  }

  definition(): Term {
    const body = this.#accept('fix') ? this.#fix() : this.term(WIDEST);
    this.#expect(':');
    return body;
  }

  term(level: number): Term {
    let left = this.#prefix(level);
    for (;;) {
      const sign = this.#next as Operator;
      const found = LEVELS[sign];
      if (!found || found.level > level) return left;
      this.#at += 1;
      const right = this.term(found.right ? found.level : found.level - 1);
      left = found.level === RELATION ? this.#chain(sign, left, right) : { kind: 'operation', sign, left, right };
    }
  }

  /** Reads a <= b <= c as a <= b /\ b <= c. */
  #chain(sign: Operator, left: Term, right: Term): Term {
    const first: Term = { kind: 'operation', sign, left, right };
    const second = this.#next as Operator;
    if (second !== '<=' && second !== '<') return first;
    this.#at += 1;
    const rest = this.term(RELATION - 1);
    return {
      kind: 'operation',
      sign: '/\\',
      left: first,
      right: { kind: 'operation', sign: second, left: right, right: rest },
    };
  }

  #prefix(level: number): Term {
    if (this.#accept('-')) return { kind: 'minus', of: this.term(Math.min(level, MINUS)) };
    for (const kind of ['fun', 'forall', 'exists'] as const) if (this.#accept(kind)) return this.#binding(kind);
    if (this.#accept('if')) {
      const [test, yes, no] = [this.term(WIDEST), this.#after('then'), this.#after('else')];
      return { kind: 'if', test, yes, no };
    }
    if (this.#accept('let')) {
      const name = this.#take();
      const [value, body] = [this.#after(':='), this.#after('in')];
      return { kind: 'let', name, value, body };
    }
    if (this.#accept('match')) return this.#match();
    return this.#application();
  }

  #application(): Term {
    const to = this.#atom();
    const args: Term[] = [];
    while (this.#startsAtom()) args.push(this.#atom());
    return args.length === 0 ? to : { kind: 'apply', to, args };
  }

  #atom(): Term {
    let atom: Term;
    if (this.#accept('(')) {
      atom = this.term(WIDEST);
      this.#expect(')');
    } else {
      const token = this.#take();
      if (/^\d/.test(token)) atom = { kind: 'numeral', value: Rational.parse(token), decimal: token.includes('.') };
      else if (isName(token)) atom = { kind: 'name', name: token };
      else return this.#refuse(-1);
    }
    if (this.#next?.startsWith('%')) this.#at += 1;
    return atom;
  }

  #binding(kind: Quantifier): Term {
    const binders = this.#binders();
    const body = this.#after(kind === 'fun' ? '=>' : ',');
    return { kind, binders, body };
  }

  /** `(K : nat) (p : nat -> R)` or `i j : nat`. */
  #binders(): Binder[] {
    const binders: Binder[] = [];
    if (this.#next !== '(') return this.#group();
    while (this.#accept('(')) {
      binders.push(...this.#group());
      this.#expect(')');
    }
    return binders;
  }

  #group(): Binder[] {
    const names: string[] = [];
    while (isName(this.#next)) names.push(this.#take());
    this.#expect(':');
    const type: string[] = [];
    while (isName(this.#next) || this.#next === '->') type.push(this.#take());
    return names.map((name) => ({ name, type: type.join(' ') }));
  }

  #fix(): Term {
    this.#take();
    const binders = this.#binders();
    while (this.#next !== ':=') this.#take();
    return { kind: 'fun', binders, body: this.#after(':=') };
  }

  /** A match on a natural number: `| 0%nat => zero | S k => next`. */
  #match(): Term {
    const on = this.term(WIDEST);
    for (const token of ['with', '|', '0', '%nat']) this.#expect(token);
    const zero = this.#after('=>');
    for (const token of ['|', 'S']) this.#expect(token);
    const before = this.#take();
    const next = this.#after('=>');
    this.#expect('end');
    return { kind: 'match', on, zero, before, next };
  }

  #after(token: string): Term {
    this.#expect(token);
    return this.term(WIDEST);
  }

  #startsAtom(): boolean {
    const next = this.#next;
    return next === '(' || isName(next) || (next !== undefined && /^\d/.test(next));
  }

  get #next(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(): string {
    const token = this.#next;
    if (token === undefined) return this.#refuse();
    this.#at += 1;
    return token;
  }

  #accept(token: string): boolean {
    if (this.#next !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) this.#refuse();
  }

  #refuse(back = 0): never {
    const found = this.#tokens.slice(this.#at + back, this.#at + back + 6).join(' ') || 'the end';
    throw new SyntaxError(`${found} was not expected in ${this.#text}`);
  }
}

function isName(token: string | undefined): boolean {
  return token !== undefined && /^[\p{L}_]/u.test(token) && !WORDS.has(token);
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const { lastIndex } = TOKEN;
    const match = TOKEN.exec(text);
    if (!match) throw new SyntaxError(`${text.slice(lastIndex, lastIndex + 20)} was not expected in ${text}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}
