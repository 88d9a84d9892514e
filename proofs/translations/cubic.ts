/** Cubic.v: a smaller constant fails for a policy with one heavier outcome on top, and for two draws any for one below. */

import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { cubicConstant, cubicGapBound, weightedCubicGapBound } from '../../src/theory/gap-bounds.ts';
import { powerSum } from '../../src/theory/renyi.ts';
import { TOP_HEAVY } from './sharp.ts';
import { atMost, below, equal, translate } from './translation.ts';
import { cdf, lawOf, ONE, p, powers, rational, size, sum } from './words.ts';

/** An outcome of mass 1/101 below 2000 light ones: the gap at n = 2 is more than 10 times the sum of cubes. */
const BOTTOM_HEAVY = new BestOfN(FinitePolicy.fromWeights([20n, ...Array.from({ length: 2000 }, () => 1n)]), 2);

export const cubic = [
  translate('weighted_cubes_le', '9bad16d07cbb', ({ q }) => {
    const weighted = sum(size(q), (i) =>
      cdf(q, i + 1)
        .pow(Math.max(q.n - 3, 0))
        .mul(p(q, i).pow(3)),
    );
    return [atMost(weighted, powers(q, 3))];
  }),
  translate(
    'gap_cubic_weighted_constant_sharp',
    'c595392f2bce',
    ({ q: { n }, random }) => {
      const of = new BestOfN(TOP_HEAVY, n);
      const smaller = weightedCubicGapBound(lawOf(of)).scale(rational(random.integer(1, 8), 10));
      return [below(smaller, of.gap)];
    },
    { draws: 3 },
  ),
  // From the constant on it holds for every policy, and below it fails for one.
  translate(
    'gap_cubic_constant_iff',
    'e53151c07c7a',
    ({ q, random }) => {
      const larger = cubicConstant(q.n).mul(ONE.add(rational(random.integer(0, 5), 10)));
      const smaller = cubicGapBound(TOP_HEAVY, q.n).mul(rational(random.integer(1, 8), 10));
      return [
        equal(cubicConstant(q.n), rational(q.n * (q.n - 1) ** 2, 24)),
        atMost(q.gap, larger.mul(powers(q, 3))),
        below(smaller, new BestOfN(TOP_HEAVY, q.n).gap),
      ];
    },
    { draws: 3 },
  ),
  translate('no_cubic_bound_at_two', '4351859a3937', ({ random }) => [
    below(rational(random.integer(1, 100), 10).mul(powerSum(BOTTOM_HEAVY.policy, 3)), BOTTOM_HEAVY.gap),
  ]),
];
