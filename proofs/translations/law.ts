/** Law.v */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { likelihoodFactor } from '../../src/theory/likelihood.ts';
import { atMost, below, equal, translate } from './translation.ts';
import { bestOf, cdf, index, interval, ONE, p, pmf, rational, size, sum, ZERO } from './words.ts';

/** Slopes are between any two points from 0 on. */
const END = rational(3);

/** (b^n − a^n)/(b − a) and its bounds n a^{n−1} and n b^{n−1}. */
function slopes(n: number, a: Rational, b: Rational): [Rational, Rational, Rational] {
  const slope = b.pow(n).sub(a.pow(n)).div(b.sub(a));
  return [rational(n).mul(a.pow(n - 1)), slope, rational(n).mul(b.pow(n - 1))];
}

/** π_i/p_i */
const ratio = (q: BestOfN, i: number): Rational =>
  likelihoodFactor(exactField, q.policy, q.n, i).mul(cdf(q, i + 1).pow(q.n - 1));

export const law = [
  translate('best_of_two_cdf', '983d38928ab8', ({ q, random }) => {
    const [K, first] = [size(q), pmf(q)];
    const i = random.integer(0, K);
    const both = (to: number): Rational =>
      sum(K, (j) => sum(K, (x) => (Math.max(j, x) < to ? (first[j] as Rational).mul(p(q, x)) : ZERO)));
    return [equal(both(i), sum(i, (j) => first[j] as Rational).mul(cdf(q, i)))];
  }),
  translate('best_of_cdf', '999e18fade39', ({ q, random }) => {
    const i = random.integer(0, size(q));
    return [
      equal(
        sum(i, (j) => bestOf(q)[j] as Rational),
        cdf(q, i).pow(q.n),
      ),
    ];
  }),
  translate('best_of_pmf', 'f98af735a2ec', ({ q }) => pmf(q).map((value, i) => equal(bestOf(q)[i] as Rational, value))),
  translate('best_of_policy', 'a2cc757debc7', ({ q }) => [
    ...pmf(q).map((value) => below(ZERO, value)),
    equal(
      sum(size(q), (i) => pmf(q)[i] as Rational),
      ONE,
    ),
  ]),
  translate('best_of_one', 'b4eee497180f', ({ q }) => pmf(q.at(1)).map((value, i) => equal(value, p(q, i)))),
  translate('slope_between', '49681c6ac798', ({ q, random }) => {
    const [low, slope, high] = slopes(q.n, ...interval(random, END));
    return [atMost(low, slope), atMost(slope, high)];
  }),
  translate(
    'slope_between_lt',
    'bf50a539ca61',
    ({ q, random }) => {
      const [low, slope, high] = slopes(q.n, ...interval(random, END));
      return [below(low, slope), below(slope, high)];
    },
    { draws: 2 },
  ),
  translate('ratio_nondecreasing', '9beb99cd96bf', ({ q, random }) => {
    const j = index(random, size(q));
    return [atMost(ratio(q, random.integer(0, j)), ratio(q, j))];
  }),
  translate('ratio_bounds', '432b2706dba5', ({ q, random }) => {
    const i = index(random, size(q));
    const power = cdf(q, i + 1).pow(q.n - 1);
    const written = (bestOf(q)[i] as Rational).div(p(q, i));
    return [equal(ratio(q, i), written), atMost(power, written), atMost(written, rational(q.n).mul(power))];
  }),
];
