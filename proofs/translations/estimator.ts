/** Estimator.v */

import { atMost, equal, translate, within } from './translation.ts';
import { estimatorOf, expect, formula, ONE, p, pmf, rational, share, size, topGapOf, ZERO } from './words.ts';

export const estimator = [
  translate('estimator_is_formula_minus_top_gap', 'de13b7e5731a', ({ q: { n }, random }) => {
    const e = share(random);
    return [equal(estimatorOf(n, e), formula(n).sub(topGapOf(n, e)))];
  }),
  translate('estimator_at_one', '8d677b25623b', ({ q }) => [equal(estimatorOf(q.n, ONE), ZERO)]),
  // At e = 0, where Coq has 1/0 = 0 and ln 0 = 0, the library has no estimator.
  translate('estimator_range', '380ebef8fd27', ({ q: { n }, random }) => {
    const value = estimatorOf(n, share(random));
    return [atMost(ZERO, value), atMost(value, formula(n))];
  }),
  translate('estimator_antitone', '08db03bdf118', ({ q: { n }, random }) => {
    const e = share(random);
    const d = e.mul(rational(random.integer(1, 12), 12));
    return [atMost(estimatorOf(n, e), estimatorOf(n, d))];
  }),
  translate('kl_le_estimator_best', '991a2bcff4ae', ({ q }) =>
    within(q.kl, q.estimatorBest, estimatorOf(q.n, p(q, size(q) - 1))),
  ),
  translate('estimator_upper', 'aa00ac65dcca', ({ q }) => {
    const written = expect(pmf(q), (y) => estimatorOf(q.n, p(q, y)));
    return within(q.kl, q.estimatorMean, written);
  }),
];
