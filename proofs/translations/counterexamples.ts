/** Counterexamples.v: equal outcomes, enough of them, are the policies that the proofs take. */

import type { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, sum as realSum } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { totalVariation, totalVariationBound } from '../../src/theory/total-variation.ts';
import { atMost, below, translate } from './translation.ts';
import { estimatorOf, form, formula, lawOf, ln, ONE, p, rational, share, size, uniform } from './words.ts';

/** So many equal outcomes that what n ≤ 24 draws lose to the formula is below 1/50. */
const MANY = uniform(200);

const best = (q: BestOfN): Rational => p(q, size(q) - 1);

export const counterexamples = [
  translate('kl_gt_ln_minus_one', '71a60c4bfadd', ({ q: { n } }) => [
    below(ln(rational(n)).sub(form(ONE)), new BestOfN(MANY, n).kl),
  ]),
  // Each outcome as two that are half as likely.
  translate(
    'kl_has_no_largest_policy',
    '32abcf7d7f88',
    ({ q }) => {
      const halves = FinitePolicy.fromWeights(q.policy.outcomes.flatMap((weight) => [weight, weight]));
      return [below(q.kl, new BestOfN(halves, q.n).kl)];
    },
    { draws: 2 },
  ),
  translate('kl_is_not_concave', '719020a09867', ({ q: { n } }) => {
    const of = (draws: number) => new BestOfN(MANY, draws).kl;
    return [below(multiple(rational(2), of(2 * n)), realSum(of(n), of(4 * n)))];
  }),
  // From e^(M+2)/ε on, rounded up.
  translate('kl_far_below_formula', 'b56cb3e59e11', ({ q, random }) => {
    const M = rational(random.integer(0, 8), 8);
    const { num, den } = best(q);
    const from = Math.ceil((Math.exp(Number(M.num) / Number(M.den) + 2) * Number(den)) / Number(num)) + 1;
    const later = q.at(from + random.integer(0, 20));
    return [below(later.kl, formula(later.n).sub(form(M)))];
  }),
  translate('estimator_le_neg_ln', 'd1f7edd350c5', ({ q: { n }, random }) => {
    const e = share(random);
    return [atMost(estimatorOf(n, e), ln(ONE.div(e)))];
  }),
  // From where the KL is nearer to −ln ε than −ln of the heavier one is.
  translate(
    'estimator_below_kl',
    'b3a95527d4b2',
    ({ q, random }) => {
      const last = best(q);
      const heavier = Array.from({ length: size(q) }, (_, i) => p(q, i)).filter((mass) => mass.compare(last) > 0);
      const light = Number(last.num) / Number(last.den);
      return heavier.flatMap((mass) => {
        const apart = Math.log(Number(mass.num) / Number(mass.den) / light);
        const from = Math.ceil((2 * Math.log(apart / (3 - Math.log(light)))) / Math.log(1 - light)) + 1;
        const later = q.at(from + random.integer(0, 20));
        return [below(later.estimatorAt(mass), later.kl)];
      });
    },
    { atoms: 3 },
  ),
  translate(
    'total_variation_below_bound',
    '28cf7cabb7b0',
    ({ q: { n }, random }) => {
      const two = new BestOfN(FinitePolicy.fromWeights([1n, BigInt(random.integer(8, 50))]), n);
      return [below(totalVariation(lawOf(two)), totalVariationBound(n))];
    },
    { draws: 2 },
  ),
  translate(
    'outcome_masses_are_no_bound',
    '91c3223618d5',
    ({ q: { n }, random }) => {
      const count = random.integer(100, 200);
      const ones = Array.from({ length: count }, () => 1n);
      const level = new BestOfN(FinitePolicy.fromRanked(ones, new Array(count).fill(0)), n);
      return [below(rational(2 * n * (n - 1), count), difference(level.formula, level.kl))];
    },
    { draws: 2 },
  ),
];
