import { Rational } from '../../src/arithmetic/rational.ts';
import { derivative } from './derive.ts';
import { fromLibrary } from './library.ts';
import { add, type CoqReal, divide, minus, multiply, power, subtract } from './number.ts';
import type { Binder, Operator, Term } from './term.ts';
import { type Func, func, toFunc, toList, toNatural, toNumber, type Value } from './value.ts';

/** The values of variables, the innermost first. */
export interface Scope {
  readonly name: string;
  readonly value: Value;
  readonly outer: Scope | null;
}

export type Definitions = ReadonlyMap<string, Term>;

export function bind(name: string, value: Value, outer: Scope | null): Scope {
  return { name, value, outer };
}

/** Converts a numeral for a real variable to a real number, so that subtraction is that of the reals. */
export function typed({ type }: Binder, value: Value): Value {
  return type === 'R' || type === 'Q' ? toNumber(value) : value;
}

/** Evaluates the terms of one instance by the definitions of the manifest, not by the library's quantities. */
export class Evaluator {
  readonly definitions: Definitions;
  readonly #known = new Map<string, Value>();
  readonly #ids = new WeakMap<object, number>();
  #lastId = 0;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  value(term: Term, scope: Scope | null): Value {
    switch (term.kind) {
      case 'numeral':
        return term.decimal ? term.value : Number(term.value.num);
      case 'name':
        return this.#named(term.name, scope);
      case 'apply':
        return this.#applied(term, scope);
      case 'operation':
        return operate(term.sign, this.value(term.left, scope), this.value(term.right, scope));
      case 'minus':
        return minus(this.number(term.of, scope));
      case 'if':
        return this.value(this.value(term.test, scope) === true ? term.yes : term.no, scope);
      case 'fun':
        return this.#lambda(term.binders, term.body, scope);
      case 'let':
        return this.value(term.body, bind(term.name, this.value(term.value, scope), scope));
      case 'match': {
        const on = toNatural(this.value(term.on, scope));
        return on === 0 ? this.value(term.zero, scope) : this.value(term.next, bind(term.before, on - 1, scope));
      }
      default:
        throw new TypeError(`${term.kind} is no value`);
    }
  }

  number(term: Term, scope: Scope | null): CoqReal {
    return toNumber(this.value(term, scope));
  }

  #named(name: string, scope: Scope | null): Value {
    for (let place = scope; place; place = place.outer) if (place.name === name) return place.value;
    const definition = this.definitions.get(name);
    if (definition) return this.#kept(name, [], () => this.value(definition, null));
    const native = fromLibrary(name);
    if (native === undefined) throw new ReferenceError(`${name} is neither defined nor of the library`);
    return native;
  }

  #applied(term: Term & { kind: 'apply' }, scope: Scope | null): Value {
    const { to } = term;
    const args = term.args.map((arg) => this.value(arg, scope));
    const apply = (): Value => args.reduce((f, arg) => toFunc(f)(arg), this.value(to, scope));
    return to.kind === 'name' && this.definitions.has(to.name) ? this.#kept(to.name, args, apply) : apply();
  }

  /** Caches the value of a definition for given arguments: best-of-n by recursion would take exponential time otherwise. */
  #kept(name: string, args: readonly Value[], work: () => Value): Value {
    const key = `${name} ${args.map((arg) => this.#identity(arg)).join(' ')}`;
    let value = this.#known.get(key);
    if (value === undefined) {
      value = work();
      this.#known.set(key, value);
    }
    return value;
  }

  #identity(value: Value): string {
    if (value instanceof Rational) return String(value);
    if (typeof value !== 'object' && typeof value !== 'function') return `#${value}`;
    let id = this.#ids.get(value);
    if (id === undefined) {
      this.#lastId += 1;
      id = this.#lastId;
      this.#ids.set(value, id);
    }
    return `@${id}`;
  }

  #lambda([first, ...rest]: readonly Binder[], body: Term, scope: Scope | null): Func {
    const binder = first as Binder;
    const lambda = func((value) => {
      const inner = bind(binder.name, typed(binder, value), scope);
      return rest.length === 0 ? this.value(body, inner) : this.#lambda(rest, body, inner);
    });
    if (binder.type === 'R' && rest.length === 0)
      lambda.derivative = (at) => this.number(derivative(body, binder.name), bind(binder.name, at, scope));
    return lambda;
  }
}

/** An operation on natural numbers if both sides are natural, otherwise on real ones. Natural subtraction stops at 0. */
function operate(sign: Operator, left: Value, right: Value): Value {
  if (sign === '::') return [toNatural(left), ...toList(right)];
  if (sign === '=?') return toNatural(left) === toNatural(right);
  if (sign === '<?') return toNatural(left) < toNatural(right);
  if (sign === '^') return power(toNumber(left), toNatural(right));
  if (typeof left === 'number' && typeof right === 'number' && sign !== '/') {
    if (sign === '+') return left + right;
    if (sign === '*') return left * right;
    if (sign === '-') return Math.max(0, left - right);
  }
  const [x, y] = [toNumber(left), toNumber(right)];
  if (sign === '+') return add(x, y);
  if (sign === '-') return subtract(x, y);
  if (sign === '*') return multiply(x, y);
  if (sign === '/') return divide(x, y);
  throw new TypeError(`${sign} is no operation on numbers`);
}
