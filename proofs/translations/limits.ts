/** Limits.v */

import type { Interval } from '../../src/arithmetic/interval.ts';
import type { IntervalField } from '../../src/arithmetic/interval-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import { difference } from '../../src/arithmetic/real.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { atMost, toReal, translate } from './translation.ts';
import { enclosed, form, ln, ONE, p, rational, size } from './words.ts';

const best = (q: BestOfN): Rational => p(q, size(q) - 1);

/** (3 − ln ε) √(1−ε)^n, how far the KL may be below −ln ε. */
function shortfall(field: IntervalField, e: Rational, n: bigint): Interval {
  const root = field.pow(field.sqrt(field.rational(ONE.sub(e))), n);
  return field.mul(field.sub(field.integer(3), field.log(field.rational(e))), root);
}

export const limits = [
  // At M = ln(n ε) − 1, the largest M that the hypothesis allows.
  translate('gap_unbounded', '90cd167d98d0', ({ q }) => [atMost(ln(rational(q.n).mul(best(q))).sub(form(ONE)), q.gap)]),
  translate('kl_ge_neg_ln_best', '898b18590242', ({ q }) => {
    const below = ln(ONE.div(best(q)));
    return size(q) === 1
      ? [atMost(below, q.kl)]
      : [
          atMost(
            difference(toReal(below), q.kl),
            enclosed((field) => shortfall(field, best(q), BigInt(q.n))),
          ),
        ];
  }),
  // The distance from the limit is below what tends to 0, at more draws than other statements have.
  translate('kl_tends', 'b5e93b18a74c', ({ q, random }) => {
    const more = q.at(q.n + random.integer(1, 30));
    const limit = ln(ONE.div(best(q)));
    if (size(q) === 1) return [atMost(limit, more.kl), atMost(more.kl, limit)];
    const away = difference(toReal(limit), more.kl);
    return [
      atMost(more.kl, limit),
      atMost(
        away,
        enclosed((field) => shortfall(field, best(q), BigInt(more.n))),
      ),
    ];
  }),
];
