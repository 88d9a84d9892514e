/** GapTwo.v */

import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { cubicGapBoundAtTwo } from '../../src/theory/gap-bounds.ts';
import { powerSum } from '../../src/theory/renyi.ts';
import { atMost, below, translate, within } from './translation.ts';
import { cdf, form, formula, HALF, lawOf, ln, ONE, p, powers, rational, share, size, sum, topGapOf } from './words.ts';

/** log 2 − ½ */
const constant = ln(rational(2)).sub(form(HALF));

export const gapTwo = [
  translate('top_gap_two_le_cubic', '5ae1cedb6a53', ({ random }) => {
    const t = share(random);
    return [atMost(topGapOf(2, t), constant.scale(t.pow(3)))];
  }),
  translate('gap_two_le_cubic', '060d7e554bcd', ({ q }) => {
    const two = q.at(2);
    const weighted = sum(size(q), (i) =>
      p(q, i)
        .pow(3)
        .div(cdf(q, i + 1)),
    );
    return within(two.gap, cubicGapBoundAtTwo(lawOf(two)), constant.scale(weighted));
  }),
  translate('gap_two_le_quadratic', '28b610416b83', ({ q }) =>
    within(q.at(2).gap, formula(2).scale(powerSum(q.policy, 2)), constant.scale(powers(q, 2))),
  ),
  // A smaller constant fails for a light outcome at the bottom: 1 − ε of it is on top, and both sides are near log 2 − ½.
  translate('gap_two_constant_sharp', '8b98b1bba6fb', ({ random }) => {
    const heavy = FinitePolicy.fromWeights([1n, BigInt(random.integer(10 ** 6, 2 * 10 ** 6))]);
    const smaller = constant.scale(ONE.sub(rational(1, random.integer(2, 1000))));
    return [below(smaller.scale(powerSum(heavy, 2)), new BestOfN(heavy, 2).gap)];
  }),
];
