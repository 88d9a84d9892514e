import type { Exponent } from './exponent.ts';
import type { Rational } from './rational.ts';

/**
 * The small number interface against which every formula is written once.
 *
 * Q holds the algebraic quantities (masses, powers) and T the numbers with logarithms in them. Over enclosures the two
 * coincide; in the exact field Q is `Rational` and T is `LogForm`.
 */
export interface LogField<Q, T> {
  rational(value: Rational): Q;
  add(a: Q, b: Q): Q;
  sub(a: Q, b: Q): Q;
  mul(a: Q, b: Q): Q;
  div(a: Q, b: Q): Q;
  /** a^n for a ≥ 0 and an exact n ≥ 0; the exact field takes integers n only. */
  pow(a: Q, n: Exponent): Q;
  max(a: Q, b: Q): Q;
  log(a: Q): T;
  /** a·log(a/b) for numbers a ≥ 0 and b > 0, 0 where a is; an enclosure of a may touch 0. */
  relativeEntropy(a: Q, b: Q): T;
  lift(a: Q): T;
  /** A number with logarithms in it as an ordinary one: in fields of enclosures, where the two coincide. */
  readonly lower?: (a: T) => Q;
  plus(a: T, b: T): T;
  minus(a: T, b: T): T;
  scale(factor: Q, a: T): T;
}
