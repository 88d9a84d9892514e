import { powerApproximation } from '../arithmetic/approximate-functions.ts';
import { approximateRational, multiplyApproximations } from '../arithmetic/approximation.ts';
import type { Rational } from '../arithmetic/rational.ts';
import { checkContinuousPart } from '../policy/arguments.ts';
import { betterEstimator } from './better-estimator.ts';
import { localGap } from './local-gap.ts';
import { TOP_GAP } from './quantities.ts';
import { defineQuantity } from './quantity.ts';
import { isSmallPower } from './size-rule.ts';

/** g(a, b), in nats, for 0 ≤ a < b ≤ 1: what an atom with this interval adds to the gap. */
export const LOCAL_GAP = defineQuantity<[from: Rational, to: Rational]>({
  symbol: 'g',
  formula: ({ field, n }, from, to) => localGap(field, from, to, n),
  hasExactForm: ({ draws }, from, to) => isSmallPower(from.den * to.den, draws),
  isZero: ({ isOneDraw }) => isOneDraw,
  // g(a, b) = b^n γ((b − a)/b)
  approximate: (q, from, to) => {
    checkContinuousPart(from, to);
    const top = q.hasIntegerDraws ? TOP_GAP.approximate(q, to.sub(from).div(to)) : null;
    const base = top && approximateRational(to);
    const scale = base && powerApproximation(base, q.n);
    return top && scale && multiplyApproximations(scale, top);
  },
});

/** D̂*_n(ε), in nats, for a mass ε in (0, 1]. Source: docs/theory-ours.md, better-estimator. */
export const BETTER_ESTIMATOR = defineQuantity<[epsilon: Rational]>({
  symbol: 'D̂*_n',
  formula: ({ field, n }, epsilon) => betterEstimator(field, n)(epsilon),
  hasExactForm: ({ draws }, epsilon) => isSmallPower(epsilon.den, draws),
  isZero: ({ isOneDraw }, epsilon) => isOneDraw || epsilon.num === epsilon.den,
});
