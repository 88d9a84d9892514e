/** Falsehoods.v */

import { difference, rationalReal } from '../../src/arithmetic/real.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import { below, equal, translate } from './translation.ts';
import { bestOf, cdf, enclosed, estimatorOf, form, ln, ONE, p, powers, rational, size, sum, ZERO } from './words.ts';

const TWO_DRAWS = { draws: 2 };

export const falsehoods = [
  translate(
    'kl_lt_ln_minus_inverse',
    '79a6e7fe8dd8',
    ({ q }) => [below(q.kl, ln(rational(q.n)).sub(form(rational(1, q.n))))],
    TWO_DRAWS,
  ),
  translate('kl_lt_ln', 'f22ebd288177', ({ q }) => [below(q.kl, ln(rational(q.n)))], TWO_DRAWS),
  translate(
    'kl_lt_binary_formula',
    '92be5d544807',
    ({ q }) => {
      const binary = enclosed((field) => field.div(field.log(field.integer(q.n)), field.log(field.integer(2))));
      return [below(q.kl, difference(binary, rationalReal(ONE.sub(rational(1, q.n)))))];
    },
    TWO_DRAWS,
  ),
  translate(
    'gap_lt_quadratic',
    '42cf81e8690f',
    ({ q }) => [below(q.gap, rational(2 * q.n * (q.n - 1)).mul(powers(q, 2)))],
    TWO_DRAWS,
  ),
  translate(
    'estimator_lt_best_log_ratio',
    '2f3111fc297b',
    ({ q }) => {
      const [last, best] = [p(q, size(q) - 1), bestOf(q)[size(q) - 1] ?? ZERO];
      return [below(estimatorOf(q.n, last), ln(best.div(last)))];
    },
    { atoms: 2, draws: 2 },
  ),
  translate('wins_and_ties_gt', 'ee5f5dc7b58f', ({ q }) => [
    below(
      rational(q.n, q.n + 1),
      sum(size(q), (i) => (bestOf(q)[i] ?? ZERO).mul(cdf(q, i + 1))),
    ),
  ]),
  // Where nothing ties the two are one number.
  translate(
    'level_kl_lt',
    '8fae0476905f',
    ({ q, tied }) => {
      const ofLevels = new BestOfN(tied.byLevel(), q.n).kl;
      return [tied.hasTies ? below(ofLevels, q.kl) : equal(ofLevels, q.kl)];
    },
    TWO_DRAWS,
  ),
];
