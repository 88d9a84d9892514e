/** KL.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { difference } from '../../src/arithmetic/real.ts';
import { sumOfLocalGaps, sumOfSomeLocalGaps } from '../../src/theory/local-gap.ts';
import { klBetween } from '../../src/theory/other-policy.ts';
import { atMost, below, equal, translate, unequal } from './translation.ts';
import { distribution, lawOf, ln, localGapAt, ONE, p, rational, size, sumOfForms, topGapOf, ZERO } from './words.ts';

export const kl = [
  translate('gap_is_sum_of_local_gaps', 'db185365d302', ({ q }) => [equal(q.gap, sumOfLocalGaps(lawOf(q)))]),
  translate('kl_le_formula', '3f59f8ddd35d', ({ q }) => [atMost(q.kl, q.formula)]),
  translate('kl_lt_formula', '089c08141458', ({ q }) => [below(q.kl, q.formula)], { draws: 2 }),
  translate('kl_ne_formula', '5f1880a79028', ({ q }) => [unequal(q.kl, q.formula)], { draws: 2 }),
  translate('kl_eq_formula_iff', '7afd3a233379', ({ q }) => [(q.n === 1 ? equal : unequal)(q.kl, q.formula)]),
  translate('kl_nonneg', '6a44fb3b4c29', ({ q, random }) => {
    const weights = distribution(random, size(q));
    const whole = weights.reduce((all, weight) => all + weight, 0n);
    const written = sumOfForms(size(q), (i) => {
      const share = rational(weights[i] as bigint, whole);
      return share.sign() === 0 ? LogForm.ZERO : ln(share.div(p(q, i))).scale(share);
    });
    const value = klBetween(exactField, weights, q.policy.outcomes);
    return [equal(value, written), atMost(ZERO, value)];
  }),
  translate('gap_ge_subset', '034cca454473', ({ q, random }) => {
    const chosen = Array.from({ length: size(q) }, () => random.integer(0, 1) === 1);
    const written = sumOfForms(size(q), (i) => (chosen[i] ? localGapAt(q, i) : LogForm.ZERO));
    const some = sumOfSomeLocalGaps(lawOf(q), (i) => chosen[i] === true);
    return [equal(some, written), atMost(some, q.gap)];
  }),
  translate('gap_ge_top', 'ac2ac52df567', ({ q }) => {
    const best = p(q, size(q) - 1);
    return [equal(q.topGapAt(best), topGapOf(q.n, best)), atMost(q.topGapAt(best), difference(q.formula, q.kl))];
  }),
  translate('kl_le_neg_ln_best', 'e2a1bdd7434d', ({ q }) => [atMost(q.kl, ln(ONE.div(p(q, size(q) - 1))))]),
  translate('gap_ge_ln', '3c3b01673ad5', ({ q }) => {
    const best = ln(rational(q.n).mul(p(q, size(q) - 1)));
    return [atMost(best.sub(LogForm.rational(ONE)), q.gap)];
  }),
];
