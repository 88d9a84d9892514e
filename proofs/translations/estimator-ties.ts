/** EstimatorTies.v: the estimators at the mass of the outcome itself. */

import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { betterEstimatorMean } from '../../src/theory/better-estimator.ts';
import { ofTied, randomTies } from './ties.ts';
import { atMost, equal, type Instance, toReal, translate } from './translation.ts';
import { betterEstimatorOf, estimatorOf, expect, lawOf, p } from './words.ts';

/** E_{y∼π} X_n(p(y)) by its definition. */
export function meanOf(instance: Instance, estimate: (n: number, e: Rational) => LogForm, n = instance.q.n): LogForm {
  return expect(randomTies(instance, n), (y) => estimate(n, p(instance.q, y)));
}

export const estimatorTies = [
  translate('better_estimator_ties_upper', 'c7ad6c52a9e6', (instance) => {
    const mean = meanOf(instance, betterEstimatorOf);
    return [equal(toReal(betterEstimatorMean(lawOf(ofTied(instance)))), mean), atMost(ofTied(instance).kl, mean)];
  }),
  translate('better_estimator_ties_mean_le', 'b8edb4a1beed', (instance) => [
    atMost(meanOf(instance, betterEstimatorOf), meanOf(instance, estimatorOf)),
  ]),
  translate('estimator_ties_upper', '2f55ad9d89f3', (instance) => {
    const mean = meanOf(instance, estimatorOf);
    return [equal(ofTied(instance).estimatorMean, mean), atMost(ofTied(instance).kl, mean)];
  }),
];
