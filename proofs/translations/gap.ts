/** Gap.v */

import { kappaUpper } from '../../src/regions/kappa.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import {
  cubicConstant,
  cubicGapBound,
  gapUpperBound,
  halfGapBound,
  weightedCubicGapBound,
} from '../../src/theory/gap-bounds.ts';
import { atMost, below, translate } from './translation.ts';
import { cdf, formula, lawOf, ONE, p, rational, share, size, sum, topGapOf, uniform } from './words.ts';

export const gap = [
  translate('gap_le_half_quadratic', '173bbc96ccfe', ({ q }) => [atMost(q.gap, halfGapBound(q.policy, q.n))]),
  translate('gap_le_quadratic', '96967a3494f5', ({ q }) => [atMost(q.gap, gapUpperBound(q.policy, q.n))]),
  translate('gap_le_largest', 'dc79910e715a', ({ q, random }) => {
    const largest = Array.from({ length: size(q) }, (_, i) => p(q, i)).reduce((a, b) => (a.compare(b) > 0 ? a : b));
    const d = largest.add(rational(random.integer(0, 3), 12));
    return [atMost(q.gap, rational(2 * q.n * (q.n - 1)).mul(d))];
  }),
  translate(
    'gap_le_quadratic_weighted',
    '03dafd152073',
    ({ q }) => {
      const weighted = sum(size(q), (i) =>
        cdf(q, i + 1)
          .pow(q.n - 2)
          .mul(p(q, i).pow(2)),
      );
      return [atMost(q.gap, kappaUpper(q.n).mul(weighted))];
    },
    { draws: 2 },
  ),
  // Both sides are true at κ_n, and false at anything below D(n): there by t = 1 and by the policy of one outcome.
  translate(
    'quadratic_constant_iff',
    '19b48016065a',
    ({ q, random }) => {
      const t = share(random);
      const smaller = formula(q.n).scale(share(random, true));
      const single = new BestOfN(uniform(1), q.n);
      return [
        atMost(q.gap, kappaUpper(q.n).mul(sum(size(q), (i) => p(q, i).pow(2)))),
        atMost(topGapOf(q.n, t), kappaUpper(q.n).mul(t.pow(2))),
        below(smaller, single.gap),
        below(smaller, topGapOf(q.n, ONE)),
      ];
    },
    { draws: 2 },
  ),
  translate(
    'top_gap_le_cubic',
    '98b62f4850ca',
    ({ q, random }) => {
      const t = share(random);
      return [atMost(topGapOf(q.n, t), cubicConstant(q.n).mul(t.pow(3)))];
    },
    { draws: 3 },
  ),
  translate('gap_le_cubic_weighted', '830373eff056', ({ q }) => [atMost(q.gap, weightedCubicGapBound(lawOf(q)))], {
    draws: 3,
  }),
  translate('gap_le_cubic', '23a82c67bd96', ({ q }) => [atMost(q.gap, cubicGapBound(q.policy, q.n))], { draws: 3 }),
];
