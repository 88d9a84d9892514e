import type { Token } from './tokens.ts';

/**
 * The LaTeX of tokens that are mathematics; null where it is not certain what they mean. Behind nothing, LaTeX would take a plus or minus at
 * the start for a sign; behind `{}` it is what it is in the statement where `isContinued`.
 */
export function mathOf(tokens: readonly Token[], isContinued = false): string | null {
  const reader = new Reader(tokens);
  const latex = reader.untilClosed(null);
  if (latex === null || !reader.isDone) return null;
  return isContinued && tokens[0]?.kind === 'operator' ? `{} ${latex}` : latex;
}

/** Two letters in the braces of a script are a product; longer runs could be a name. */
function factorsOf(word: string): string | null {
  return /^[A-Za-z]{2}$/.test(word) ? [...word].join(' ') : null;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What may end an operand, and what may begin one: a space between the two is kept. */
const ENDS: readonly (Token['kind'] | undefined)[] = ['atom', 'raised', 'lowered', 'close', 'bar'];
const BEGINS: readonly (Token['kind'] | undefined)[] = ['atom', 'prefix', 'root', 'open', 'bar'];

/** Whether a token may end an operand. */
export function endsOperand(token: Token | undefined): boolean {
  return ENDS.includes(token?.kind);
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #isWithinBars = false;
  #braces = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Everything up to a closing bracket, which is taken, or up to the end. */
  untilClosed(bracket: string | null): string | null {
    let latex = '';
    while (!this.isDone) {
      const token = this.#next();
      if (token.kind === 'close') return token.text === bracket ? latex : null;
      const part = this.#part(token);
      if (part === null) return null;
      latex += latex === '' || part === '' ? part : ` ${part}`;
    }
    return bracket === null && !this.#isWithinBars ? latex : null;
  }

  #next(): Token {
    return this.#tokens[this.#at++] as Token;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #part(token: Token): string | null {
    switch (token.kind) {
      case 'atom':
      case 'prefix':
        return this.#scripted(token.latex);
      case 'relation':
      case 'operator':
      case 'mark':
        return token.latex;
      case 'space':
        return this.#isBetweenOperands() ? '\\,' : '';
      case 'open':
        return this.#bracketed(token);
      case 'root':
        return this.#root();
      case 'bar':
        this.#isWithinBars = !this.#isWithinBars;
        return this.#isWithinBars ? '\\lvert' : '\\rvert';
      case 'word':
        return this.#braces > 0 ? factorsOf(token.text) : null;
      default:
        return null;
    }
  }

  #isBetweenOperands(): boolean {
    const before = this.#tokens[this.#at - 2];
    return endsOperand(before) && BEGINS.includes(this.#peek()?.kind);
  }

  /** Braces are for scripts alone, so they are none of a statement's brackets. */
  #bracketed({ text }: Token): string | null {
    if (text === '{') return null;
    const closing = CLOSING[text] as string;
    const inner = this.untilClosed(closing);
    return inner === null ? null : this.#scripted(`${text}${inner}${closing}`);
  }

  /** What is before, with the scripts that follow it. A second script on the same side would have no meaning. */
  #scripted(base: string): string | null {
    let latex = base;
    for (let sides = base.endsWith('^{*}') ? '^' : ''; ; ) {
      const script = this.#script();
      if (script === undefined) return latex;
      if (script === null || sides.includes(script.charAt(0))) return null;
      sides += script.charAt(0);
      latex += script;
    }
  }

  /** The next script with its sign; undefined where there is none, null where it is not certain how far it reaches. */
  #script(): string | null | undefined {
    const token = this.#peek();
    if (token?.kind === 'raised' || token?.kind === 'lowered') {
      this.#at += 1;
      return `${token.kind === 'raised' ? '^' : '_'}{${token.latex}}`;
    }
    if (token?.kind !== 'super' && token?.kind !== 'sub') return undefined;
    this.#at += 1;
    const content = this.#scriptContent(token.kind);
    return content === null ? null : `${token.text}{${content}}`;
  }

  #scriptContent(kind: 'super' | 'sub'): string | null {
    const token = this.isDone ? undefined : this.#next();
    if (token?.kind === 'open') return this.#scriptInBrackets(token, kind);
    const isNegative = kind === 'super' && token?.text === '−' && this.#peek()?.kind === 'atom';
    const atom = isNegative ? this.#next() : token;
    if (atom?.kind !== 'atom' || this.#runsOn()) return null;
    return isNegative ? `-${atom.latex}` : atom.latex;
  }

  /** Braces and, around an expression, parentheses only group. Around one letter, as in π^(m), parentheses are a part of the notation. */
  #scriptInBrackets({ text }: Token, kind: 'super' | 'sub'): string | null {
    const from = this.#at;
    this.#braces += text === '{' ? 1 : 0;
    const inner = text === '[' ? null : this.untilClosed(CLOSING[text] as string);
    this.#braces -= text === '{' ? 1 : 0;
    if (inner === null || text === '{') return inner;
    if (kind === 'sub') return null;
    return this.#at - from === 2 ? `(${inner})` : inner;
  }

  /** Whether people could read what follows a script or a root of one symbol as a part of it, as in x_ab or √2n. */
  #runsOn(): boolean {
    const next = this.#peek();
    return (
      ['atom', 'word'].includes(next?.kind ?? '') || (next?.text === '−' && this.#tokens[this.#at + 1]?.kind === 'atom')
    );
  }

  /** The root of one symbol with its scripts, or of what is in parentheses. */
  #root(): string | null {
    const token = this.isDone ? undefined : this.#next();
    if (token?.text === '(') {
      const inner = this.untilClosed(')');
      return inner === null ? null : `\\sqrt{${inner}}`;
    }
    const radicand = token?.kind === 'atom' ? this.#scripted(token.latex) : null;
    return radicand === null || this.#runsOn() ? null : `\\sqrt{${radicand}}`;
  }
}
