import { Rational } from '../../src/arithmetic/rational.ts';
import { bind, type Evaluator, type Scope, typed } from './evaluate.ts';
import { absolute, differ, order, subtract } from './number.ts';
import type { Binding, Operator, Term } from './term.ts';
import { type Func, toFunc, toNumber, type Value } from './value.ts';

/** `unknown` where two numbers have no exact forms and their enclosures overlap. */
export type Truth = 'true' | 'false' | 'unknown';

/** The tuples of values over which a quantifier ranges, by the names that it binds. Natural numbers may do without them. */
export type Candidates = (names: string, scope: Scope | null) => Iterable<readonly Value[]> | undefined;

/** Quantifiers over natural numbers range below this, since their bodies are about indices of small instances. */
export const INDEXES = 7;

const IS_PROPOSITION = new Set<string>(['->', '<->', '\\/', '/\\', '=', '<>', '<=', '<']);

/** Decides whether a proposition is certainly true or certainly false. */
export class Judge {
  readonly evaluator: Evaluator;
  readonly #candidates: Candidates;

  constructor(evaluator: Evaluator, candidates: Candidates) {
    this.evaluator = evaluator;
    this.#candidates = candidates;
  }

  truth(term: Term, scope: Scope | null): Truth {
    if (term.kind === 'operation' && IS_PROPOSITION.has(term.sign)) return this.#operation(term, scope);
    if (term.kind === 'forall') return not(any(this.#instances(term, scope), not));
    if (term.kind === 'exists') return any(this.#instances(term, scope), (found) => found);
    if (term.kind === 'let')
      return this.truth(term.body, bind(term.name, this.evaluator.value(term.value, scope), scope));
    if (term.kind === 'apply' && term.to.kind === 'name') return this.#predicate(term.to.name, term.args, scope);
    throw new TypeError(`${term.kind} is no proposition`);
  }

  #operation({ sign, left, right }: { sign: Operator; left: Term; right: Term }, scope: Scope | null): Truth {
    if (sign === '/\\') return not(any([left, right], (side) => not(this.truth(side, scope))));
    if (sign === '\\/') return any([left, right], (side) => this.truth(side, scope));
    if (sign === '->') {
      const given = this.truth(left, scope);
      return given === 'false' ? 'true' : any([not(given), this.truth(right, scope)], (side) => side);
    }
    if (sign === '<->') {
      const [one, other] = [this.truth(left, scope), this.truth(right, scope)];
      return one === 'unknown' || other === 'unknown' ? 'unknown' : known(one === other);
    }
    return related(sign, this.evaluator.value(left, scope), this.evaluator.value(right, scope));
  }

  *#instances({ binders, body }: Binding, scope: Scope | null): Generator<Truth> {
    for (const values of this.#range(
      binders.map(({ name, type }) => ({ name, type })),
      scope,
    )) {
      const inner = binders.reduce(
        (all, binder, i) => bind(binder.name, typed(binder, values[i] as Value), all),
        scope,
      );
      yield this.truth(body, inner);
    }
  }

  #range(binders: readonly { name: string; type: string }[], scope: Scope | null): Iterable<readonly Value[]> {
    const names = binders.map(({ name }) => name).join(' ');
    const given = this.#candidates(names, scope);
    if (given) return given;
    if (binders.every(({ type }) => type === 'nat')) return tuples(binders.length);
    throw new RangeError(`nothing is given for ${names} to range over`);
  }

  #predicate(name: string, args: readonly Term[], scope: Scope | null): Truth {
    const definition = this.evaluator.definitions.get(name);
    const values = args.map((arg) => this.evaluator.value(arg, scope));
    if (definition?.kind === 'fun') {
      const inner = definition.binders.reduce<Scope | null>(
        (all, binder, i) => bind(binder.name, typed(binder, values[i] as Value), all),
        null,
      );
      return this.truth(definition.body, inner);
    }
    if (name === 'derivable_pt_lim')
      return hasDerivative(toFunc(values[0] as Value), values[1] as Value, values[2] as Value);
    if (name === 'Un_cv') return tends(toFunc(values[0] as Value), values[1] as Value);
    throw new ReferenceError(`${name} is no proposition that is known`);
  }
}

/** Whether `truth` gives true for some element: `unknown` where it gives true for none and `unknown` for one. */
function any<X>(of: Iterable<X>, truth: (x: X) => Truth): Truth {
  let found: Truth = 'false';
  for (const x of of) {
    const one = truth(x);
    if (one === 'true') return 'true';
    if (one === 'unknown') found = 'unknown';
  }
  return found;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : known(truth === 'false');
}

function known(is: boolean): Truth {
  return is ? 'true' : 'false';
}

/** The truth of a relation. Numbers without exact forms count as equal if their enclosures of 40 digits overlap. */
function related(sign: Operator, left: Value, right: Value): Truth {
  if (sign === '<>') return not(related('=', left, right));
  if (typeof left === 'function' && typeof right === 'function') return agree(left, right);
  if (typeof left === 'boolean') return known(left === right);
  if (typeof left === 'number' && typeof right === 'number') return known(compared(sign, left - right));
  const [x, y] = [toNumber(left), toNumber(right)];
  if (sign === '=') return known(!differ(x, y));
  const found = order(x, y);
  if (found === 'meets') return 'unknown';
  return known(compared(sign, found === '<' ? -1 : found === '=' ? 0 : 1));
}

function compared(sign: Operator, difference: number): boolean {
  return sign === '=' ? difference === 0 : sign === '<' ? difference < 0 : difference <= 0;
}

/** Functions of natural numbers are compared at the first `INDEXES` arguments. */
function agree(one: Func, other: Func): Truth {
  const all = [...tuples(1)].map(([i]) => related('=', one(i as number), other(i as number)));
  return not(any(all, not));
}

function hasDerivative(f: Func, at: Value, is: Value): Truth {
  if (!f.derivative) throw new RangeError('a function is given without its derivative');
  return related('=', f.derivative(toNumber(at)), is);
}

const FAR = 40;
const NEAR = Rational.of(1, 100);

/** Convergence is checked at one term only: term 40 must be within 1/100 of the limit, as our sequences are. */
function tends(sequence: Func, limit: Value): Truth {
  const away = absolute(subtract(toNumber(sequence(FAR)), toNumber(limit)));
  return related('<', away, NEAR);
}

function* tuples(count: number): Generator<number[]> {
  if (count === 0) yield [];
  else for (const rest of tuples(count - 1)) for (let i = 0; i < INDEXES; i += 1) yield [...rest, i];
}
