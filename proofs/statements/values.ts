/** Values for which statements are checked. All of them are exact. */

import { lcm } from '../../src/arithmetic/bigint.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Random } from '../../src/search/random.ts';
import type { Scope } from './evaluate.ts';
import { type CoqReal, multiply } from './number.ts';
import { type Func, listed, toNumber, type Value } from './value.ts';

const MAX_WEIGHT = 9;
const TWELFTHS = 12;

/** The value of functions beyond the outcomes, on which no statement depends. */
export const JUNK = Rational.of(7, 3);

/** Reads the value of a variable. */
export type Read = (name: string) => Value;

/** How a statement's variables are drawn, and the values over which its inner quantifiers range. */
export interface Special {
  readonly draw?: Readonly<Record<string, (read: Read, random: Random) => Value>>;
  /** Keyed by the names that a quantifier binds. */
  readonly candidates?: Readonly<Record<string, (read: Read) => Iterable<readonly Value[]>>>;
}

export function reader(scope: Scope | null): Read {
  return (name) => {
    for (let place = scope; place; place = place.outer) if (place.name === name) return place.value;
    throw new ReferenceError(`${name} is not drawn before it is used`);
  };
}

export function fraction(num: number, den = 1): Rational {
  return Rational.of(num, den).reduced();
}

/** A fraction ≥ 0, often 0 or 1. */
export function anyReal({ integer }: Random): Rational {
  const numerator = [0, TWELFTHS][integer(0, 9)] ?? integer(1, 2 * TWELFTHS);
  return fraction(numerator, integer(0, 1) === 0 ? TWELFTHS : integer(2, TWELFTHS));
}

/** A fraction in (0, 1]. */
export function share({ integer }: Random): Rational {
  const den = integer(1, TWELFTHS);
  return fraction(integer(1, den), den);
}

export function list(count: number, at: (i: number) => Rational): Func {
  return listed(
    Array.from({ length: count }, (_, i) => at(i)),
    JUNK,
  );
}

/** Probabilities in proportion to weights. */
export function byWeights(weights: readonly number[]): Func {
  const total = weights.reduce((a, b) => a + b);
  return list(weights.length, (i) => fraction(weights[i] as number, total));
}

/** Probabilities of `count` outcomes: all positive for `least` 1, possibly 0 for `least` 0. */
export function masses(count: number, least: 0 | 1, { integer }: Random): Func {
  const weights = Array.from({ length: count }, () => integer(least, MAX_WEIGHT));
  return byWeights(weights.some((weight) => weight > 0) ? weights : weights.fill(1));
}

/** A nondecreasing list from `first` on; strictly increasing with `least` 1. */
export function rising(count: number, first: Rational, least: 0 | 1, { integer }: Random): Func {
  const all = [first];
  while (all.length < count) all.push((all.at(-1) as Rational).add(fraction(integer(least, 5), 4)));
  return list(count, (i) => all[i] as Rational);
}

/** Levels of outcomes from the lowest; each is 0 or 1 above the one before. */
export function levels(count: number, { integer }: Random): Func {
  const all = [0];
  while (all.length < count) all.push((all.at(-1) as number) + integer(0, 1));
  return listed(all, 0);
}

/** ln of a rational number > 1. */
export function logarithm({ integer }: Random): LogForm {
  const down = integer(1, 3);
  return LogForm.log(fraction(down + integer(1, 3), down));
}

/** The first `count` values of a function, exactly. */
export function firstOf(f: Value, count: number): Rational[] {
  if (typeof f !== 'function') throw new TypeError('a function was expected');
  return Array.from({ length: count }, (_, i) => toNumber(f(i)) as Rational);
}

export const each = (...values: Value[]): Value[][] => values.map((value) => [value]);

/** An outcome of mass t, above `count` others that share the rest equally. */
export const onDust = (t: Rational, count: number): Value[] => [
  count + 1,
  list(count + 1, (i) => (i === count ? t : Rational.ONE.sub(t).div(fraction(count)).reduced())),
];

export const uniform = (count: number): Value[] => [count, list(count, () => fraction(1, count))];

/** Constants from 1/20 to 1/2 of a number, and some that are at least the number. */
export function around(constant: CoqReal, { integer }: Random): CoqReal {
  const j = integer(1, 16);
  return multiply(constant, fraction(j <= 10 ? j : 4 * j - 24, 20));
}

/** Integers in the same proportions. */
export function weights(masses: readonly Rational[]): bigint[] {
  const den = masses.reduce((all, mass) => lcm(all, mass.den), 1n);
  return masses.map((mass) => mass.num * (den / mass.den));
}
