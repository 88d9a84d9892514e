/** Sharp.v: a smaller constant fails for a policy with one heavier outcome on top; here up to 8/10 of it. */

import { difference } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { cubicConstant, cubicGapBound } from '../../src/theory/gap-bounds.ts';
import { winRateCubicBound } from '../../src/theory/win-rate.ts';
import { atMost, below, equal, translate } from './translation.ts';
import { ONE, rational, share, topGapOf } from './words.ts';

/** An outcome of mass 1/50 above 2000 light ones: all sums of cubes, and the gaps, are nearly its own. */
export const TOP_HEAVY = FinitePolicy.fromWeights([...Array.from({ length: 2000 }, () => 1n), 41n]);

export const sharp = [
  translate(
    'top_gap_ge_cubic',
    '9c63b9c0d092',
    ({ q: { n }, random }) => {
      const t = share(random, true);
      const bound = cubicConstant(n)
        .mul(ONE.sub(t).pow(2 * (n - 2)))
        .mul(t.pow(3));
      const written = rational(n * (n - 1) ** 2, 24)
        .mul(ONE.sub(t).pow(2 * (n - 2)))
        .mul(t.pow(3));
      return [equal(bound, written), atMost(bound, topGapOf(n, t))];
    },
    { draws: 2 },
  ),
  translate(
    'gap_cubic_constant_sharp',
    'e12315716044',
    ({ q: { n }, random }) => {
      const smaller = cubicGapBound(TOP_HEAVY, n).mul(rational(random.integer(1, 8), 10));
      return [below(smaller, new BestOfN(TOP_HEAVY, n).gap)];
    },
    { draws: 2 },
  ),
  translate(
    'win_rate_cubic_constant_sharp',
    'd4961a597f4f',
    ({ q: { n }, random }) => {
      const of = new BestOfN(TOP_HEAVY, n);
      const smaller = winRateCubicBound(TOP_HEAVY, n).mul(rational(random.integer(1, 8), 10));
      return [below(smaller, difference(of.winRateBound, of.winRate))];
    },
    { draws: 2 },
  ),
];
