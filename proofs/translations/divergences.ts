/** Divergences.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { chiSquareBound, hellingerBound, renyiBound, reverseKlBound } from '../../src/theory/divergence-bounds.ts';
import {
  CHI_SQUARE,
  fDivergence,
  HELLINGER,
  largestLogRatio,
  powerDivergence,
  REVERSE_KL,
  renyiDivergence,
} from '../../src/theory/divergences.ts';
import { klBetween } from '../../src/theory/other-policy.ts';
import { totalVariation, totalVariationBound } from '../../src/theory/total-variation.ts';
import { atMost, type Instance, translate } from './translation.ts';
import { distribution, enclosed, HALF, lawOf, ln, p, rational, size, sum, values, ZERO } from './words.ts';

/** Another distribution on the outcomes: its weights and its probabilities. */
function other({ q, random }: Instance) {
  const weights = distribution(random, size(q));
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  return {
    kl: klBetween(exactField, weights, q.policy.outcomes),
    masses: weights.map((weight) => rational(weight, whole)),
  };
}

const TWO = rational(2);

export const divergences = [
  // At φ(x) = x², G(u) = n² u^{2n−1}/(2n−1) and g0 = 0, which satisfy the hypotheses.
  translate('f_divergence_le', '6c85d3af16f6', ({ q }) => {
    const bound = rational(q.n ** 2, 2 * q.n - 1);
    return [atMost(fDivergence(lawOf(q), powerDivergence(2)), bound)];
  }),
  translate('likelihood_ratio_le', 'aa7090c36ec8', ({ q }) => [atMost(largestLogRatio(lawOf(q)), ln(rational(q.n)))]),
  translate('chi_square_le', '180689df2b57', ({ q }) => [
    atMost(fDivergence(lawOf(q), CHI_SQUARE), chiSquareBound(q.n)),
  ]),
  translate('reverse_kl_le', '6e27bbab8292', ({ q }) => [
    atMost(fDivergence(lawOf(q), REVERSE_KL), reverseKlBound(exactField, q.n)),
  ]),
  translate('renyi_le', 'a07a3eb43f7c', ({ q, random }) => {
    const order = [2, 3, 4][random.integer(0, 2)] as number;
    const half = random.integer(0, 1) === 1 && q.n > 1 && size(q) > 1;
    const alpha = half ? order / 4 - (order === 4 ? 0.75 : 0) : order;
    if (!half) return [atMost(renyiDivergence(lawOf(q), alpha), renyiBound(exactField, q.n, alpha))];
    const value = q.enclosed('renyi', (law) => renyiDivergence(law, alpha));
    return [
      atMost(
        value,
        enclosed((field) => renyiBound(field, q.n, alpha)),
      ),
    ];
  }),
  translate(
    'hellinger_le',
    'de825c8b0803',
    ({ q }) => [
      atMost(
        q.enclosed('hellinger', (law) => fDivergence(law, HELLINGER), q.isTrivial),
        enclosed((field) => hellingerBound(field, q.n)),
      ),
    ],
    { draws: 2 },
  ),
  // At n = 2 and s = 1/2.
  translate('total_variation_le_at', '6d3ae0937a2e', ({ q }) => {
    const s = HALF;
    return [atMost(totalVariation(lawOf(q.at(2))), s.sub(s.pow(2)))];
  }),
  translate(
    'total_variation_le',
    'a46da9a273a1',
    ({ q }) => [atMost(totalVariation(lawOf(q)), totalVariationBound(q.n))],
    {
      draws: 2,
    },
  ),
  translate('pinsker', '63078ff054b8', (instance) => {
    const { kl, masses } = other(instance);
    const variation = sum(masses.length, (i) => (masses[i] ?? ZERO).sub(p(instance.q, i)).abs()).mul(HALF);
    return [atMost(TWO.mul(variation.pow(2)), kl)];
  }),
  // By squares, as neither side is below 0 where it says something.
  translate('transport', '03754322bf01', (instance) => {
    const { kl, masses } = other(instance);
    const [lo, width] = [rational(-3), rational(6)];
    const rewards = values(instance.random, masses.length).map((reward) => lo.add(reward.sub(lo)));
    const gain = sum(masses.length, (i) => (masses[i] ?? ZERO).sub(p(instance.q, i)).mul(rewards[i] ?? ZERO));
    const positive = gain.sign() > 0 ? gain : ZERO;
    return [atMost(positive.div(width).pow(2).mul(TWO), kl)];
  }),
];
