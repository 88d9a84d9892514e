/** Variance.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { unbiasedEstimates, unbiasedMean, unbiasedVariance } from '../../src/theory/better-estimator.ts';
import { atMost, equal, toReal, translate } from './translation.ts';
import {
  betterEstimatorOf,
  cdf,
  distribution,
  enclosed,
  expect,
  formula,
  index,
  lawOf,
  localGapAt,
  ONE,
  p,
  pmf,
  rational,
  size,
  sum,
  values,
  ZERO,
} from './words.ts';

/** D̂*_n(p_y/F_y), the estimate from mass and quantile. */
const estimateAt = (q: BestOfN, y: number): LogForm => betterEstimatorOf(q.n, p(q, y).div(cdf(q, y + 1)));

export const variance = [
  translate('quantile_estimator_is_unbiased_one', 'bd9961b8113b', ({ q, random }) => {
    const y = index(random, size(q));
    const spread = localGapAt(q, y).scale(ONE.div(pmf(q)[y] ?? ONE));
    const estimate = unbiasedEstimates(exactField, q.policy, q.n)[y] ?? ZERO;
    return [equal(estimateAt(q, y), formula(q.n).sub(spread)), equal(estimate, estimateAt(q, y))];
  }),
  translate('quantile_estimator_mean', '137677ca825f', ({ q }) => {
    const mean = expect(pmf(q), (y) => estimateAt(q, y));
    return [equal(mean, q.kl), equal(unbiasedMean(lawOf(q)), mean)];
  }),
  translate('quantile_estimator_range', 'ef44464c8791', ({ q, random }) => {
    const estimate = estimateAt(q, index(random, size(q)));
    return [atMost(ZERO, estimate), atMost(estimate, formula(q.n))];
  }),
  // The function has values between −3 and 3, and lo and hi are its least and its largest one.
  translate('bhatia_davis', '88962974d485', ({ q, random }) => {
    const weights = distribution(random, size(q));
    const whole = weights.reduce((all, weight) => all + weight, 0n);
    const f = values(random, size(q));
    const at = (i: number): Rational => f[i] ?? ZERO;
    const meanOf = (g: (i: number) => Rational): Rational =>
      sum(size(q), (i) => rational(weights[i] ?? 0n, whole).mul(g(i)));
    const mean = meanOf(at);
    const [lo, hi] = [-1, 1].map((way) => f.reduce((a, b) => (a.compare(b) * way > 0 ? a : b)));
    const bound = (hi ?? ZERO).sub(mean).mul(mean.sub(lo ?? ZERO));
    const spread = meanOf((i) => at(i).sub(mean).pow(2));
    return [atMost(spread, bound)];
  }),
  translate('quantile_estimator_variance_le', '786cd5646c03', ({ q }) => {
    if (q.isTrivial) return [equal(q.kl, ZERO), atMost(ZERO, formula(q.n))];
    const variance = q.enclosed('variance', unbiasedVariance, q.isTrivial);
    const written = enclosed((field) =>
      pmf(q).reduce((all, mass, y) => {
        const away = field.sub(toReal(estimateAt(q, y)).enclose(field.digits), q.kl.enclose(field.digits));
        return field.add(all, field.mul(field.rational(mass), field.mul(away, away)));
      }, field.integer(0)),
    );
    const [lower, upper] = [q.kl, q.formula].map((factor) =>
      enclosed((field) => field.mul(factor.enclose(field.digits), q.gap.enclose(field.digits))),
    );
    return [
      equal(variance, written),
      atMost(variance, lower ?? variance),
      atMost(lower ?? variance, upper ?? variance),
    ];
  }),
];
