import { Rational } from '../../src/arithmetic/rational.ts';
import { type CoqReal, isNumber } from './number.ts';

/** What a term of a statement stands for: a natural number is a JavaScript number, a list one of natural numbers. */
export type Value = number | CoqReal | boolean | readonly number[] | Func;

/** A function of one argument. */
export interface Func {
  (of: Value): Value;
  /** Its derivative, for those that are drawn with one, and those of one real variable that are written out. */
  derivative?: (at: CoqReal) => CoqReal;
}

/** A function of natural numbers whose values are worked out once. */
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

/** The function that a list gives, and what it is beyond the list. */
export function listed<V extends Value>(values: readonly V[], beyond: V): Func {
  return func((i) => values[toNatural(i)] ?? beyond);
}

export function toNatural(value: Value): number {
  if (typeof value === 'number') return value;
  throw new TypeError('a natural number was expected');
}

/** A numeral where a real number is meant is that number. */
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
