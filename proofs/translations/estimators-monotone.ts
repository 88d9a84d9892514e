/** EstimatorsMonotone.v: n draws against n + 1 to n + 3, and the theory's means against their definition. */

import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { betterEstimatorMean } from '../../src/theory/better-estimator.ts';
import { meanOf } from './estimator-ties.ts';
import { ofTied } from './ties.ts';
import { type Assertion, atMost, equal, type Instance, toReal, translate } from './translation.ts';
import { betterEstimatorOf, estimatorOf, expect, lawOf, p, pmf } from './words.ts';

type Estimate = (n: number, e: Rational) => LogForm;

const draws = ({ q, random }: Instance): [number, number] => [q.n, q.n + random.integer(0, 3)];
const meanAt = (q: BestOfN, estimate: Estimate): LogForm => expect(pmf(q), (y) => estimate(q.n, p(q, y)));

function rises(instance: Instance, estimate: Estimate): Assertion {
  const [n, m] = draws(instance);
  return atMost(meanAt(instance.q.at(n), estimate), meanAt(instance.q.at(m), estimate));
}

function risesWithTies(instance: Instance, estimate: Estimate): Assertion {
  const [n, m] = draws(instance);
  return atMost(meanOf(instance, estimate, n), meanOf(instance, estimate, m));
}

export const estimatorsMonotone = [
  translate('estimator_mean_monotone', '11f3353807ee', (instance) => [
    equal(instance.q.estimatorMean, meanAt(instance.q, estimatorOf)),
    rises(instance, estimatorOf),
  ]),
  translate('better_estimator_mean_monotone', '7310525d225f', (instance) => [
    equal(toReal(betterEstimatorMean(lawOf(instance.q))), meanAt(instance.q, betterEstimatorOf)),
    rises(instance, betterEstimatorOf),
  ]),
  translate('estimator_ties_mean_monotone', '518ecad301c4', (instance) => [
    equal(ofTied(instance).estimatorMean, meanOf(instance, estimatorOf)),
    risesWithTies(instance, estimatorOf),
  ]),
  translate('better_estimator_ties_mean_monotone', '6436e1c97763', (instance) => [
    equal(toReal(betterEstimatorMean(lawOf(ofTied(instance)))), meanOf(instance, betterEstimatorOf)),
    risesWithTies(instance, betterEstimatorOf),
  ]),
];
