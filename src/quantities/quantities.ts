import { subtractApproximations } from '../arithmetic/approximation.ts';
import { Rational } from '../arithmetic/rational.ts';
import { estimatorKernel, estimatorMeanKernel } from '../kernels/estimator.ts';
import { formulaKernel } from '../kernels/formula.ts';
import { estimator, estimatorBest, estimatorMean } from './estimator.ts';
import { kl } from './kl.ts';
import { sumOfLocalGaps, topGap } from './local-gap.ts';
import { defineQuantity, type Evaluated } from './quantity.ts';
import { renyiEntropy } from './renyi.ts';
import { isSmallPower } from './size-rule.ts';
import { winRate } from './win-rate.ts';

/** Whether there is one draw only, or one outcome, whose mass is then 1. Estimators that use the mass are 0 there. */
export const isOneMass = ({ isOneDraw, policy }: Evaluated): boolean =>
  isOneDraw || (policy.weights.length === 1 && policy.isDiscrete);

/** KL(π‖p), in nats. Source: arXiv 2401.01879, section 3. */
export const KL = defineQuantity({
  symbol: 'KL',
  scope: 'any selection',
  formula: kl,
  isZero: ({ isTrivial }) => isTrivial,
  approximate: ({ rule, sums, n }) => (sums && rule.kernel?.kl(sums, n)) ?? null,
});

/** Σ g(F_{i−1}, F_i), in nats: the gap as a sum over the atoms. */
export const GAP_BY_PARTS = defineQuantity({
  symbol: 'Σ g',
  formula: sumOfLocalGaps,
  isZero: ({ isOneDraw, policy }) => isOneDraw || policy.isAtomless,
});

/** W, ties counting one half. Source: arXiv 2401.01879, section 5. */
export const WIN_RATE = defineQuantity({
  symbol: 'W',
  scope: 'any selection',
  formula: (law) => law.field.lift(winRate(law)),
  // It has no logarithms, so continuous parts do not make its exact form longer.
  hasExactForm: ({ rule: { degree }, policy }) =>
    degree !== null && isSmallPower(policy.total, degree, policy.weights.length),
  approximate: ({ rule, levelSums, n }) => (levelSums && rule.kernel?.winRate(levelSums, n)) ?? null,
  ofLevels: true,
});

/** E_{y∼π} D̂_n(p(y)), in nats. Source: arXiv 2401.01879, section 4. */
export const ESTIMATOR_MEAN = defineQuantity({
  symbol: 'E D̂_n',
  formula: estimatorMean,
  isZero: isOneMass,
  approximate: ({ policy, sums, n }) => sums && estimatorMeanKernel(policy, sums, n),
});

/** D̂_n(ε_∞), in nats. The parameter is ε_∞, the mass of the best atom. */
export const ESTIMATOR_BEST = defineQuantity<[best: Rational]>({
  symbol: 'D̂_n(ε_∞)',
  formula: (law) => estimatorBest(law),
  hasExactForm: ({ draws }, best) => isSmallPower(best.den, draws),
  isZero: ({ isTrivial }) => isTrivial,
  approximate: ({ hasIntegerDraws, n }, best) => (hasIntegerDraws ? estimatorKernel(best, n) : null),
});

/** D̂_n(ε), in nats, for a mass ε in (0, 1]. */
export const ESTIMATOR = defineQuantity<[epsilon: Rational]>({
  symbol: 'D̂_n',
  formula: ({ field, n }, epsilon) => estimator(field, n)(epsilon),
  hasExactForm: ({ draws }, epsilon) => isSmallPower(epsilon.den, draws),
  isZero: ({ isOneDraw }, epsilon) => isOneDraw || epsilon.equals(Rational.ONE),
  approximate: ({ hasIntegerDraws, n }, epsilon) => (hasIntegerDraws ? estimatorKernel(epsilon, n) : null),
});

/** γ(t), in nats, for a mass t in (0, 1]. */
export const TOP_GAP = defineQuantity<[mass: Rational]>({
  symbol: 'γ',
  formula: ({ field, n }, mass) => topGap(field, mass, n),
  hasExactForm: ({ draws }, mass) => isSmallPower(mass.den, draws),
  isZero: ({ isOneDraw }) => isOneDraw,
  approximate: ({ hasIntegerDraws, n }, mass) => {
    const estimated = hasIntegerDraws ? estimatorKernel(mass, n) : null;
    return estimated && subtractApproximations(formulaKernel(n), estimated);
  },
});

/** H_α of the reference, in nats, for an integer α ≥ 2. */
export const RENYI = defineQuantity<[alpha: Rational]>({
  symbol: 'H',
  scope: 'any selection',
  formula: ({ field, policy }, alpha) => renyiEntropy(field, policy, Number(alpha.num)),
  hasExactForm: ({ policy }, alpha) => isSmallPower(policy.total, alpha),
  isZero: ({ policy }) => policy.atoms.length === 1 && policy.isDiscrete,
});
