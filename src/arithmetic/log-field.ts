import type { Exponent } from './exponent.ts';
import type { Rational } from './rational.ts';

/**
 * The small interface of numbers for which every formula is written once.
 *
 * Q holds the algebraic quantities (masses, powers) and T the numbers with logarithms in them. Over enclosures the two
 * coincide; in the exact field Q is `Rational` and T is `LogForm`.
 */
export interface LogField<Q, T> {
  /** A rational number in this field. */
  rational(value: Rational): Q;
  /** a + b */
  add(a: Q, b: Q): Q;
  /** a − b */
  sub(a: Q, b: Q): Q;
  /** a·b */
  mul(a: Q, b: Q): Q;
  /** a/b */
  div(a: Q, b: Q): Q;
  /** a^n for a ≥ 0 and an exact n ≥ 0. The exact field accepts integers n only. */
  pow(a: Q, n: Exponent): Q;
  /** The larger one of two numbers. */
  max(a: Q, b: Q): Q;
  /** The natural logarithm of a number > 0. */
  log(a: Q): T;
  /** a·log(a/b) for numbers a ≥ 0 and b > 0; it is 0 at a = 0. An enclosure of a may touch 0. */
  relativeEntropy(a: Q, b: Q): T;
  /** A Q as a T. */
  lift(a: Q): T;
  /** A T as a Q. Only fields of enclosures have this, because the two coincide there. */
  readonly lower?: (a: T) => Q;
  /** a + b */
  plus(a: T, b: T): T;
  /** a − b */
  minus(a: T, b: T): T;
  /** factor·a */
  scale(factor: Q, a: T): T;
}
