import { DomainError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';

/** A parameter as callers pass it. A double stands for its exact binary value. */
export type Parameter = number | Rational;

/** The exact value of a parameter. @throws DomainError, naming it, unless it is a finite number. */
export function exactParameter(name: string, value: Parameter): Rational {
  if (value instanceof Rational) return value;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw outside(name, 'a number', value);
  return Rational.fromDouble(value);
}

/** Checks a mass in (0, 1] and returns it. Guarantee: exact. @throws DomainError, naming it, for another number. */
export function checkMass(name: string, mass: Rational): Rational {
  if (!(mass instanceof Rational) || mass.num <= 0n || mass.num > mass.den) throw outside(name, 'in (0, 1]', mass);
  return mass;
}

/** Checks a quantile in [0, 1] and returns it. Guarantee: exact. @throws DomainError, naming it, for another number. */
export function checkQuantile(name: string, u: Rational): Rational {
  if (!(u instanceof Rational) || u.num < 0n || u.num > u.den) throw outside(name, 'in [0, 1]', u);
  return u;
}

/** Checks the ends of an interval of quantiles. @throws DomainError unless 0 ≤ a < b ≤ 1. */
export function checkContinuousPart(a: Rational, b: Rational): void {
  checkQuantile('the lower end a', a);
  checkQuantile('the upper end b', b);
  if (a.compare(b) >= 0) throw outside('the lower end a', `below the upper end ${b}`, a);
}

/** Powers of a larger order have too many bits to work with. */
const MAX_ORDER = 10_000n;

/** The exact value of an order α > 0, α ≠ 1, of a power or divergence. @throws DomainError for another order. */
export function checkOrder(alpha: Parameter): Rational {
  const order = exactParameter('the order α', alpha);
  if (order.num <= 0n || order.num === order.den) throw outside('the order α', 'above 0 and not 1', alpha);
  if (order.num > order.den * MAX_ORDER) throw outside('the order α', `at most ${MAX_ORDER}`, alpha);
  return order.reduced();
}

/** Checks an index, from 0, into a list of `count` items and returns it. @throws DomainError, naming it, for another number. */
export function checkIndex(name: string, index: number, count: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw outside(name, `an integer from 0 to ${count - 1}`, index);
  }
  return index;
}

/** Checks that a list has `count` numbers. @throws DomainError, naming it, for a longer or shorter one. */
export function checkCount(name: string, list: readonly unknown[], count: number): void {
  if (list.length !== count) throw outside(name, `${count} numbers`, list.length);
}

/** Checks that integers are ≥ 0. @throws DomainError with the first that is not. */
export function checkNotNegative(name: string, list: readonly bigint[]): void {
  const bad = list.find((x) => x < 0n);
  if (bad !== undefined) throw outside(name, 'at least 0', bad);
}

/** Checks the weights of a law: integers ≥ 0, not all of them 0. @throws DomainError, naming them, for others. */
export function checkWeights(name: string, weights: readonly bigint[]): void {
  checkNotNegative(`a weight${name}`, weights);
  if (weights.every((weight) => weight === 0n)) throw outside(`the weights${name}`, 'not all 0', 'these');
}

/** The error for an argument outside its range. */
export function outside(name: string, range: string, value: unknown): DomainError {
  return new DomainError(`${name} must be ${range}, not ${String(value)}`);
}
