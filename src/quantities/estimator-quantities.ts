import { betterEstimatorMean, unbiasedMean, unbiasedVariance } from './better-estimator.ts';
import { isOneMass } from './quantities.ts';
import { defineEnclosed, defineQuantity } from './quantity.ts';

/** E_{y∼π} D̂*_n(p(y)), in nats. Source: docs/theory-ours.md, better-estimator. */
export const BETTER_ESTIMATOR_MEAN = defineEnclosed({
  symbol: 'E D̂*_n',
  formula: betterEstimatorMean,
  isZero: isOneMass,
});

/** E_{y∼π} X(y), in nats, which is the KL. Source: docs/theory-ours.md, unbiased-estimator. */
export const UNBIASED_MEAN = defineQuantity({
  symbol: 'E X',
  formula: unbiasedMean,
  isZero: ({ isTrivial }) => isTrivial,
});

/** Var_{y∼π} X(y). X is constant where the selection changes nothing and where the policy has no atoms; the variance is then 0. */
export const UNBIASED_VARIANCE = defineEnclosed({
  symbol: 'Var X',
  formula: unbiasedVariance,
  isZero: ({ isTrivial, policy }) => isTrivial || policy.isAtomless,
});
