import type { Approximation } from '../arithmetic/approximation.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { WeightSums } from '../kernels/weights.ts';

/**
 * A selection rule that sees rewards through their order only: it keeps an answer whose quantile is distributed by G on [0, 1] where
 * the reference's is uniform. So π_i = G(F_i) − G(F_{i−1}), and on a continuous part it has the density g = G′ against the reference.
 *
 * Source: docs/theory-selections.md. One file a rule, and one line for its family in `families.ts`.
 */
export interface RankRule {
  /** What messages call it, such as `best of 4`. It decides nothing. */
  readonly name: string;
  /** The family that instances name it by. */
  readonly selection?: string;
  /** Its parameter n, exactly: a number of draws where it draws answers. */
  readonly n: Rational;
  /** n where G(u) = u^n: it is best-of-n. */
  readonly exponent?: Rational;
  /** Whether g is nondecreasing, nonincreasing, or neither. A convex G favours high rewards. */
  readonly shape: 'convex' | 'concave' | 'neither';
  /** G(u) = u: it is the reference. */
  readonly isIdentity: boolean;
  /** G(u) takes so high powers of u. It bounds the size of exact forms; null where there are none. */
  readonly degree: Rational | null;
  /** Bits beyond the wanted precision that its formulas lose. They decide the width of enclosures only. */
  readonly guardBits: number;
  /** The same sums in double-double, where they were written for this rule. */
  readonly kernel?: Kernel;
  /** G and its integrals in the numbers of a field. @throws DomainError for a field of exact numbers where `degree` is null. */
  over<Q, T>(field: LogField<Q, T>): Distortion<Q, T>;
}

/** Double-double enclosures of some quantities at the weights' sums, for an integer n. */
export interface Kernel {
  kl(sums: WeightSums, n: number): Approximation | null;
  winRate(sums: WeightSums, n: number): Approximation | null;
}

/** G and its integrals, for quantiles 0 ≤ a < b ≤ 1 of the reference. Guarantee: that of the field. */
export interface Distortion<Q, T> {
  /** G(u), from 0 at 0 to 1 at 1. */
  cdf(u: Rational): Q;
  /** The logarithm and powers of π = G(b) − G(a) by factors of it, where that is more precise than by the difference. */
  readonly factors?: Factors<Q, T>;
  /** ∫ g log g over [a, b], in nats. */
  entropy(a: Rational, b: Rational): T;
  /** −∫ log g over [a, b], in nats. @throws DomainError where g is 0 on a part of it. */
  crossEntropy(a: Rational, b: Rational): T;
  /** ∫ u g(u) du over [a, b]. */
  mean(a: Rational, b: Rational): Q;
  /** ∫ g^α over [a, b]. @throws DomainError for an α for which there is no formula. */
  power(a: Rational, b: Rational, alpha: Rational): Q;
  /** The supremum of g on [a, b]. */
  supremum(a: Rational, b: Rational): Q;
}

/** π = G(b)·ratio(a, b). */
export interface Factors<Q, T> {
  /** G(b)^α */
  cdfPower(b: Rational, alpha: Rational): Q;
  /** log G(b) */
  logCdf(b: Rational): T;
  /** (G(b) − G(a))/G(b) */
  ratio(a: Rational, b: Rational): Q;
}

/** Rules by one number n ≥ 1, which has the limits of a number of draws unless they are given. */
export interface Family {
  readonly rule: (n: Rational) => RankRule;
  readonly least?: number;
  readonly most?: number;
  readonly integersOnly?: true;
}
