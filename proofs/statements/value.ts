import { Rational } from '../../src/arithmetic/rational.ts';
import { type CoqReal, isNumber } from './number.ts';

/** The value of a term of a statement. A natural number is a JavaScript number; a list is one of natural numbers. */
export type Value = number | CoqReal | boolean | readonly number[] | Func;

/** A function of one argument. */
export interface Func {
  (of: Value): Value;
  /** The derivative, for functions that are drawn with one and for written-out functions of one real variable. */
  derivative?: (at: CoqReal) => CoqReal;
}

/** A function whose values at natural numbers are cached. */
export function func(formula: (of: Value) => Value): Func {
  const known = new Map<number, Value>();
  return (of) => {
    if (typeof of !== 'number') return formula(of);
    let value = known.get(of);
    if (value === undefined) {
      value = formula(of);
      known.set(of, value);
    }
    return value;
  };
}

/** The function with the values of a list, and with the value `beyond` after them. */
export function listed<V extends Value>(values: readonly V[], beyond: V): Func {
  return func((i) => values[toNatural(i)] ?? beyond);
}

export function toNatural(value: Value): number {
  if (typeof value === 'number') return value;
  throw new TypeError('a natural number was expected');
}

/** The value as a real number; a natural number is converted. */
export function toNumber(value: Value): CoqReal {
  if (typeof value === 'number') return Rational.of(value);
  if (isNumber(value)) return value;
  throw new TypeError('a real number was expected');
}

export function toFunc(value: Value): Func {
  if (typeof value === 'function') return value;
  throw new TypeError('a function was expected');
}

export function toList(value: Value): readonly number[] {
  if (Array.isArray(value)) return value as readonly number[];
  throw new TypeError('a list was expected');
}
