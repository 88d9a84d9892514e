/** Improved.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import {
  betterEstimatorMean,
  unbiasedEstimates,
  unbiasedMean,
  unbiasedVariance,
} from '../../src/theory/better-estimator.ts';
import { atMost, below, equal, toReal, translate, within } from './translation.ts';
import {
  betterEstimatorOf,
  enclosed,
  estimatorOf,
  expect,
  formula,
  index,
  lawOf,
  localGapAt,
  ONE,
  p,
  pmf,
  rational,
  share,
  size,
  topGapOf,
  ZERO,
} from './words.ts';

const betterMean = (q: BestOfN): Real => toReal(betterEstimatorMean(lawOf(q)));

/** D(n) − g(F_y, F_{y+1})/π_y, the estimate as a theorem has it. */
const estimateAt = (q: BestOfN, y: number) => formula(q.n).sub(localGapAt(q, y).scale(ONE.div(pmf(q)[y] ?? ONE)));

export const improved = [
  translate('unbiased_estimator', 'da7da748d741', ({ q }) => {
    const mean = expect(pmf(q), (y) => estimateAt(q, y));
    return [equal(mean, q.kl), equal(unbiasedMean(lawOf(q)), q.kl)];
  }),
  translate('better_estimator_is_formula_minus_share', 'aec5772ab804', ({ q: { n }, random }) => {
    const e = share(random);
    const part = topGapOf(n, e).scale(ONE.div(ONE.sub(ONE.sub(e).pow(n))));
    return [equal(betterEstimatorOf(n, e), formula(n).sub(part))];
  }),
  translate('better_estimator_nonneg', '0d65555a06cb', ({ q, random }) => [
    atMost(ZERO, betterEstimatorOf(q.n, share(random))),
  ]),
  translate('better_estimator_le_estimator', '5774caef1d63', ({ q: { n }, random }) => {
    const e = share(random);
    return [atMost(betterEstimatorOf(n, e), estimatorOf(n, e))];
  }),
  translate('better_estimator_antitone', '3282957164cb', ({ q: { n }, random }) => {
    const e = share(random);
    const d = e.mul(rational(random.integer(1, 12), 12));
    return [atMost(betterEstimatorOf(n, e), betterEstimatorOf(n, d))];
  }),
  translate('better_estimator_upper', '0d9659c90967', ({ q }) => {
    const written = expect(pmf(q), (y) => betterEstimatorOf(q.n, p(q, y)));
    return within(q.kl, betterMean(q), written);
  }),
  translate('better_estimator_mean_le', '1ca8a8fc4b99', ({ q }) => [atMost(betterMean(q), q.estimatorMean)]),
  translate('better_estimator_mean_lt', '01ce9ccd8da1', ({ q }) => [below(betterMean(q), q.estimatorMean)], {
    atoms: 2,
    draws: 2,
  }),
  translate('estimator_upper_lt', '8ee9ed80dba0', ({ q }) => [below(q.kl, q.estimatorMean)], { atoms: 2, draws: 2 }),
  translate('unbiased_estimator_range', 'd4ff10249552', ({ q, random }) => {
    const y = index(random, size(q));
    const estimate = unbiasedEstimates(exactField, q.policy, q.n)[y] ?? ZERO;
    return [equal(estimate, estimateAt(q, y)), atMost(ZERO, estimate), atMost(estimate, formula(q.n))];
  }),
  translate('unbiased_estimator_variance_le', 'e87e6852546f', ({ q }) => {
    const bound = enclosed((field) => field.mul(q.formula.enclose(field.digits), q.gap.enclose(field.digits)));
    const variance = q.enclosed('variance', unbiasedVariance, q.isTrivial);
    const written = enclosed((field) =>
      pmf(q).reduce((all, mass, y) => {
        const away = toReal(estimateAt(q, y).sub(q.kl.exact as LogForm)).enclose(field.digits);
        return field.add(all, field.mul(field.rational(mass), field.mul(away, away)));
      }, field.integer(0)),
    );
    return [equal(variance, written), atMost(variance, q.n === 1 ? ZERO : bound)];
  }),
];
