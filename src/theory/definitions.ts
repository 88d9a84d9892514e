import { type Approximation, subtractApproximations } from '../arithmetic/approximation.ts';
import { bitLength } from '../arithmetic/bigint.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { estimator, estimatorBest, estimatorMean } from './estimator.ts';
import type { KeptParameter } from './kept.ts';
import { estimatorKernel, estimatorMeanKernel } from './kernels/estimator.ts';
import { formulaKernel } from './kernels/formula.ts';
import { klKernel } from './kernels/kl.ts';
import type { WeightSums } from './kernels/weights.ts';
import { winRateKernel } from './kernels/win-rate.ts';
import { kl } from './kl.ts';
import type { Law } from './law.ts';
import { sumOfLocalGaps, topGap } from './local-gap.ts';
import { renyiEntropy } from './renyi.ts';
import { winRate } from './win-rate.ts';

/** Size rule: exact forms are worked out while total^n has fewer bits than this … */
export const EXACT_OPERAND_BITS = 10_000;
/** … and all operands together have fewer than this. */
export const EXACT_TOTAL_BITS = 50_000;

/** A formula over the law of best-of-n in the numbers of any field, and exact parameters of its own. */
export type Formula<P extends readonly KeptParameter[] = []> = <Q, T>(law: Law<Q, T>, ...parameters: P) => T;

/** The same with roots, exponentials or products of logarithms, which has no exact form. */
export type EnclosedFormula<P extends readonly KeptParameter[] = []> = <T>(law: Law<T, T>, ...parameters: P) => T;

/** What a definition reads of the policy and n that it is asked for; `BestOfN` is one. */
export interface Subject {
  readonly policy: FinitePolicy;
  readonly draws: Rational;
  readonly n: number;
  readonly sums: WeightSums | null;
  readonly levelSums: WeightSums | null;
  readonly isSmall: boolean;
  readonly hasIntegerDraws: boolean;
}

/** What the theory says of a quantity. The object itself is the quantity's identity. */
export interface Definition<P extends readonly KeptParameter[] = []> {
  readonly formula: Formula<P>;
  /** Whether the exact form is within the size rule. */
  readonly isSmall: (q: Subject, ...parameters: P) => boolean;
  /** The same number in double-double. */
  readonly approximate?: (q: Subject, ...parameters: P) => Approximation | null;
  /** The law meant is that of reward levels, however ties are broken. */
  readonly ofLevels?: true;
}

/** Whether base^n is within the size rule, for an integer n. */
export function isSmallPower(base: bigint, { num, den }: Rational, terms = 1): boolean {
  if (den !== 1n) return false;
  const operand = Number(num) * bitLength(base);
  return operand <= EXACT_OPERAND_BITS && operand * terms <= EXACT_TOTAL_BITS;
}

const SMALL_LAW = (q: Subject): boolean => q.isSmall;

export const KL: Definition = {
  formula: kl,
  isSmall: SMALL_LAW,
  approximate: ({ sums, n }) => sums && klKernel(sums, n),
};

export const GAP_BY_PARTS: Definition = { formula: sumOfLocalGaps, isSmall: SMALL_LAW };

export const WIN_RATE: Definition = {
  formula: (law) => law.field.lift(winRate(law)),
  isSmall: SMALL_LAW,
  approximate: ({ levelSums, n }) => levelSums && winRateKernel(levelSums, n),
  ofLevels: true,
};

export const ESTIMATOR_MEAN: Definition = {
  formula: estimatorMean,
  isSmall: SMALL_LAW,
  approximate: ({ policy, sums, n }) => sums && estimatorMeanKernel(policy, sums, n),
};

/** At the mass of the best atom, which the parameter is. */
export const ESTIMATOR_BEST: Definition<[best: Rational]> = {
  formula: (law) => estimatorBest(law),
  isSmall: ({ draws }, best) => isSmallPower(best.den, draws),
  approximate: ({ hasIntegerDraws, n }, best) => (hasIntegerDraws ? estimatorKernel(best, n) : null),
};

export const ESTIMATOR: Definition<[epsilon: Rational]> = {
  formula: ({ field, n }, epsilon) => estimator(field, n)(epsilon),
  isSmall: ({ draws }, epsilon) => isSmallPower(epsilon.den, draws),
  approximate: ({ hasIntegerDraws, n }, epsilon) => (hasIntegerDraws ? estimatorKernel(epsilon, n) : null),
};

export const TOP_GAP: Definition<[mass: Rational]> = {
  formula: ({ field, n }, mass) => topGap(field, mass, n),
  isSmall: ({ draws }, mass) => isSmallPower(mass.den, draws),
  approximate: ({ hasIntegerDraws, n }, mass) => {
    const estimated = hasIntegerDraws ? estimatorKernel(mass, n) : null;
    return estimated && subtractApproximations(formulaKernel(n), estimated);
  },
};

export const RENYI: Definition<[alpha: Rational]> = {
  formula: ({ field, policy }, alpha) => renyiEntropy(field, policy, Number(alpha.num)),
  isSmall: ({ policy }, alpha) => isSmallPower(policy.total, alpha),
};
