/** Divergences.v: each divergence of the library is that of the definition, and each bound that of the statement. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
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
import { atMost, equal, type Instance, translate, within } from './translation.ts';
import {
  bestOf,
  distribution,
  enclosed,
  form,
  HALF,
  lawOf,
  ln,
  ONE,
  p,
  rational,
  size,
  sum,
  sumOfForms,
  values,
  ZERO,
} from './words.ts';

const TWO = rational(2);

/** Σ p_i φ(π_i/p_i) by the running best, for a φ that is rational. */
function divergence(q: BestOfN, phi: (ratio: Rational) => Rational): Rational {
  const best = bestOf(q);
  return sum(size(q), (i) => p(q, i).mul(phi((best[i] ?? ZERO).div(p(q, i)))));
}

/** Another distribution on the outcomes: its KL from the policy and its probabilities. */
function other({ q, random }: Instance): { kl: LogForm; masses: Rational[] } {
  const weights = distribution(random, size(q));
  const whole = weights.reduce((all, weight) => all + weight, 0n);
  const masses = weights.map((weight) => rational(weight, whole));
  return { kl: klBetween(exactField, weights, q.policy.outcomes), masses };
}

const variationOf = (q: BestOfN, masses: readonly Rational[]): Rational =>
  sum(masses.length, (i) => (masses[i] ?? ZERO).sub(p(q, i)).abs()).mul(HALF);

export const divergences = [
  // At φ(x) = x², G(u) = n² u^{2n−1}/(2n−1) and g0 = 0, which satisfy the hypotheses.
  translate('f_divergence_le', '6c85d3af16f6', ({ q }) => {
    const squares = divergence(q, (ratio) => ratio.pow(2));
    const bound = rational(q.n ** 2, 2 * q.n - 1);
    return [equal(fDivergence(lawOf(q), powerDivergence(2)), squares), atMost(squares, bound)];
  }),
  translate('likelihood_ratio_le', 'aa7090c36ec8', ({ q }) => {
    const ratios = bestOf(q).map((mass, i) => mass.div(p(q, i)));
    const largest = ratios.reduce((a, b) => (a.compare(b) > 0 ? a : b));
    return [equal(largestLogRatio(lawOf(q)), ln(largest)), ...ratios.map((ratio) => atMost(ratio, rational(q.n)))];
  }),
  translate('chi_square_le', '180689df2b57', ({ q }) => {
    const value = fDivergence(lawOf(q), CHI_SQUARE);
    const written = rational((q.n - 1) ** 2, 2 * q.n - 1);
    return [
      equal(
        value,
        divergence(q, (ratio) => ratio.sub(ONE).pow(2)),
      ),
      ...within(value, chiSquareBound(q.n), written),
    ];
  }),
  translate('reverse_kl_le', '6e27bbab8292', ({ q }) => {
    const value = fDivergence(lawOf(q), REVERSE_KL);
    const best = bestOf(q);
    const defined = sumOfForms(size(q), (i) => ln(p(q, i).div(best[i] ?? ONE)).scale(p(q, i)));
    const written = form(rational(q.n - 1)).sub(ln(rational(q.n)));
    return [equal(value, defined), ...within(value, reverseKlBound(exactField, q.n), written)];
  }),
  // At a = 2, 3, 4; and at a = 1/2 by enclosures, where the two sides differ.
  translate('renyi_le', 'a07a3eb43f7c', ({ q, random }) => {
    const a = random.integer(2, 4);
    const order = rational(1, a - 1);
    const value = renyiDivergence(lawOf(q), a);
    const powers = divergence(q, (ratio) => ratio.pow(a));
    const written = ln(rational(q.n ** a, a * (q.n - 1) + 1)).scale(order);
    const exactly = [equal(value, ln(powers).scale(order)), ...within(value, renyiBound(exactField, q.n, a), written)];
    if (q.isTrivial) return exactly;
    const root = q.enclosed('D_1/2', (law) => renyiDivergence(law, 0.5));
    return [
      ...exactly,
      ...within(
        root,
        enclosed((field) => renyiBound(field, q.n, 0.5)),
        enclosed((field) => {
          const n = field.integer(q.n);
          const inside = field.div(field.sqrt(n), field.rational(rational(q.n + 1, 2)));
          return field.mul(field.integer(-2), field.log(inside));
        }),
      ),
    ];
  }),
  translate(
    'hellinger_le',
    'de825c8b0803',
    ({ q }) => {
      const value = q.enclosed('hellinger', (law) => fDivergence(law, HELLINGER), q.isTrivial);
      const best = bestOf(q);
      const defined = enclosed((field) => {
        const roots = best.map((mass, i) => {
          const away = field.sub(field.sqrt(field.rational(mass)), field.sqrt(field.rational(p(q, i))));
          return field.mul(away, away);
        });
        return roots.reduce((all, term) => field.add(all, term));
      });
      const written = enclosed((field) => {
        const affinity = field.div(field.mul(field.integer(2), field.sqrt(field.integer(q.n))), field.integer(q.n + 1));
        return field.mul(field.integer(2), field.sub(field.integer(1), affinity));
      });
      const bound = enclosed((field) => hellingerBound(field, q.n));
      return [equal(value, defined), ...within(value, bound, written)];
    },
    { draws: 2 },
  ),
  // At n = 2 and s = 1/2, where n s^{n−1} = 1.
  translate('total_variation_le_at', '6d3ae0937a2e', ({ q }) => [
    atMost(variationOf(q.at(2), bestOf(q.at(2))), HALF.sub(HALF.pow(2))),
  ]),
  translate(
    'total_variation_le',
    'a46da9a273a1',
    ({ q }) => {
      const value = totalVariation(lawOf(q));
      const written = enclosed((field) => {
        const power = (exponent: Rational) => {
          const log = field.mul(field.rational(exponent), field.log(field.rational(rational(1, q.n))));
          return field.exp(log);
        };
        return field.sub(power(rational(1, q.n - 1)), power(rational(q.n, q.n - 1)));
      });
      const bound = totalVariationBound(q.n);
      return [equal(value, variationOf(q, bestOf(q))), equal(bound, written), atMost(value, bound)];
    },
    { draws: 2 },
  ),
  translate('pinsker', '63078ff054b8', (instance) => {
    const { kl, masses } = other(instance);
    return [atMost(TWO.mul(variationOf(instance.q, masses).pow(2)), kl)];
  }),
  // By squares, as it says nothing where the gain is below 0; rewards are between −3 and 3.
  translate('transport', '03754322bf01', (instance) => {
    const { kl, masses } = other(instance);
    const rewards = values(instance.random, masses.length);
    const gain = sum(masses.length, (i) => (masses[i] ?? ZERO).sub(p(instance.q, i)).mul(rewards[i] ?? ZERO));
    const positive = gain.sign() > 0 ? gain : ZERO;
    return [atMost(positive.div(rational(6)).pow(2).mul(TWO), kl)];
  }),
];
