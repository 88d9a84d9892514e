/** Gap.v */

import type { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import {
  cubicConstant,
  cubicGapBound,
  gapUpperBound,
  halfGapBound,
  weightedCubicGapBound,
} from '../../src/theory/gap-bounds.ts';
import { atMost, below, translate, within } from './translation.ts';
import { cdf, lawOf, ONE, p, powers, rational, share, size, sum, topGapOf, uniform } from './words.ts';

/** n(n−1)²/24 */
const writtenCubic = (n: number): Rational => rational(n * (n - 1) ** 2, 24);

/** The t where γ(t)/t² is κ_n, to a hundredth. */
function nearWorst(n: number): Rational {
  const { num, den } = sharpQuadraticConstant(n).at.lo;
  return rational((200n * num + den) / (2n * den), 100);
}

/** An outcome of mass t above many that share the rest. */
function onDust(t: Rational): FinitePolicy {
  const rest = ONE.sub(t).div(rational(DUST));
  return FinitePolicy.fromWeights([...Array.from({ length: DUST }, () => rest), t]);
}

const DUST = 50;

export const gap = [
  translate('gap_le_half_quadratic', '173bbc96ccfe', ({ q }) =>
    within(q.gap, halfGapBound(q.policy, q.n), rational(q.n * (q.n - 1), 2).mul(powers(q, 2))),
  ),
  translate('gap_le_quadratic', '96967a3494f5', ({ q }) =>
    within(q.gap, gapUpperBound(q.policy, q.n), rational(2 * q.n * (q.n - 1)).mul(powers(q, 2))),
  ),
  translate('gap_le_largest', 'dc79910e715a', ({ q, random }) => {
    const largest = Array.from({ length: size(q) }, (_, i) => p(q, i)).reduce((a, b) => (a.compare(b) > 0 ? a : b));
    const d = largest.add(rational(random.integer(0, 3), 12));
    return [atMost(q.gap, rational(2 * q.n * (q.n - 1)).mul(d))];
  }),
  // At κ_n, which satisfies the hypothesis.
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
  // Both sides are true at κ_n and false below it: by the t where κ_n is taken, and by a policy with t on top of dust.
  translate(
    'quadratic_constant_iff',
    '19b48016065a',
    ({ q, random }) => {
      const t = share(random);
      const smaller = kappaUpper(q.n).mul(rational(random.integer(1, 19), 20));
      const worst = nearWorst(q.n);
      const heavy = new BestOfN(worst.equals(ONE) ? uniform(1) : onDust(worst), q.n);
      return [
        atMost(q.gap, kappaUpper(q.n).mul(powers(q, 2))),
        atMost(topGapOf(q.n, t), kappaUpper(q.n).mul(t.pow(2))),
        below(smaller.mul(powers(heavy, 2)), heavy.gap),
        below(smaller.mul(worst.pow(2)), topGapOf(q.n, worst)),
      ];
    },
    { draws: 2 },
  ),
  translate(
    'top_gap_le_cubic',
    '98b62f4850ca',
    ({ q, random }) => {
      const t = share(random);
      return within(topGapOf(q.n, t), cubicConstant(q.n).mul(t.pow(3)), writtenCubic(q.n).mul(t.pow(3)));
    },
    { draws: 3 },
  ),
  translate(
    'gap_le_cubic_weighted',
    '830373eff056',
    ({ q }) => {
      const weighted = sum(size(q), (i) =>
        cdf(q, i + 1)
          .pow(q.n - 3)
          .mul(p(q, i).pow(3)),
      );
      return within(q.gap, weightedCubicGapBound(lawOf(q)), writtenCubic(q.n).mul(weighted));
    },
    { draws: 3 },
  ),
  translate(
    'gap_le_cubic',
    '23a82c67bd96',
    ({ q }) => within(q.gap, cubicGapBound(q.policy, q.n), writtenCubic(q.n).mul(powers(q, 3))),
    { draws: 3 },
  ),
];
