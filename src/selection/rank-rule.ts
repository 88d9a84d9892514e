import type { Approximation } from '../arithmetic/approximation.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { WeightSums } from '../kernels/weights.ts';

/**
 * A selection rule that depends on rewards through their order only. The quantile of the selected answer has the distribution function G
 * on [0, 1], where the reference's quantile is uniform. So π_i = G(F_i) − G(F_{i−1}), and on a continuous part the selection has the
 * density g = G′ against the reference.
 *
 * Source: docs/theory-selections.md. Each rule is one file, and its family is one line in `families.ts`.
 */
export interface RankRule {
  /** Its name in messages, such as `best of 4`. It is for display only. */
  readonly name: string;
  /** The name of its family in instances. */
  readonly selection?: string;
  /** Its parameter n, exactly. For rules that draw answers it is the number of draws. */
  readonly n: Rational;
  /** n where G(u) = u^n, that is, for best-of-n only. */
  readonly exponent?: Rational;
  /** Whether g is nondecreasing, nonincreasing, or neither. A convex G favours high rewards. */
  readonly shape: 'convex' | 'concave' | 'neither';
  /** Whether G(u) = u, so that the selection is the reference itself. */
  readonly isIdentity: boolean;
  /** The largest power of u in G(u). It bounds the size of exact forms; null where there are none. */
  readonly degree: Rational | null;
  /** Bits that its formulas lose, which are added to the requested precision. They affect only the width of enclosures. */
  readonly guardBits: number;
  /** The double-double kernels of this rule, where they exist. */
  readonly kernel?: Kernel;
  /** G and its integrals in the numbers of a field. @throws DomainError for a field of exact numbers where `degree` is null. */
  over<Q, T>(field: LogField<Q, T>): Distortion<Q, T>;
}

/** Double-double enclosures of some quantities from the sums of the weights, for an integer n. */
export interface Kernel {
  kl(sums: WeightSums, n: number): Approximation | null;
  winRate(sums: WeightSums, n: number): Approximation | null;
}

/** G and its integrals, for quantiles 0 ≤ a < b ≤ 1 of the reference. Guarantee: that of the field. */
export interface Distortion<Q, T> {
  /** G(u), from 0 at 0 to 1 at 1. */
  cdf(u: Rational): Q;
  /** A factorisation of π = G(b) − G(a), where it gives more precise logarithms and powers than the difference does. */
  readonly factors?: Factors<Q, T>;
  /** ∫ g log g over [a, b], in nats. */
  entropy(a: Rational, b: Rational): T;
  /** −∫ log g over [a, b], in nats. @throws DomainError where g is 0 on a part of [a, b]. */
  crossEntropy(a: Rational, b: Rational): T;
  /** ∫ u g(u) du over [a, b]. */
  mean(a: Rational, b: Rational): Q;
  /** ∫ g^α over [a, b]. @throws DomainError for an α for which there is no formula. */
  power(a: Rational, b: Rational, alpha: Rational): Q;
  /** The supremum of g on [a, b]. */
  supremum(a: Rational, b: Rational): Q;
}

/** π = G(b) − G(a) as a product head·ratio in which nothing cancels: for best-of-n, G(b) and (G(b) − G(a))/G(b). */
export interface Factors<Q, T> {
  /** head^α */
  headPower(a: Rational, b: Rational, alpha: Rational): Q;
  /** log head */
  logHead(a: Rational, b: Rational): T;
  ratio(a: Rational, b: Rational): Q;
}

/** Rules with one parameter n ≥ 1. Unless limits are given, n has those of a number of draws. */
export interface Family {
  readonly rule: (n: Rational) => RankRule;
  readonly least?: number;
  readonly most?: number;
  readonly integersOnly?: true;
}
