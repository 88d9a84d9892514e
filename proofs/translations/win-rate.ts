/** WinRate.v */

import type { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real } from '../../src/arithmetic/real.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { winRateOf } from '../../src/theory/other-policy.ts';
import {
  winRateByTrapezoids,
  winRateCubicBound,
  winRateGapBound,
  winRate as winRateOfLaw,
} from '../../src/theory/win-rate.ts';
import { below, equal, translate, within } from './translation.ts';
import { distribution, HALF, lawOf, ONE, p, pmf, powers, rational, size, sum, ZERO } from './words.ts';

/** How often one distribution beats a policy, pair by pair, ties counting one half. */
export function pairByPair(first: readonly Rational[], second: readonly Rational[]): Rational {
  const counts = (i: number, j: number): Rational => (i > j ? ONE : i === j ? HALF : ZERO);
  return sum(first.length, (i) =>
    sum(second.length, (j) => (first[i] as Rational).mul(second[j] as Rational).mul(counts(i, j))),
  );
}

const masses = (q: BestOfN): Rational[] => Array.from({ length: size(q) }, (_, i) => p(q, i));

/** n/(n+1) − W */
const missing = (q: BestOfN): Real => difference(q.winRateBound, q.winRate);

export const winRate = [
  translate('win_rate_mid_cdf', '09bf9c710478', ({ q, random }) => {
    const weights = distribution(random, size(q));
    const whole = weights.reduce((all, weight) => all + weight, 0n);
    const other = weights.map((weight) => rational(weight, whole));
    return [equal(pairByPair(other, masses(q)), winRateOf(q.policy, weights))];
  }),
  translate('win_rate_trapezoid', 'ab9a893836ab', ({ q }) => [
    equal(pairByPair(pmf(q), masses(q)), winRateByTrapezoids(lawOf(q))),
    equal(winRateOfLaw(lawOf(q)), winRateByTrapezoids(lawOf(q))),
  ]),
  translate('win_rate_one', '84716f927144', ({ q }) => [equal(winRateOfLaw(lawOf(q.at(1))), HALF)]),
  translate('win_rate_le', '91e0c7bd8430', ({ q }) => within(q.winRate, q.winRateBound, rational(q.n, q.n + 1))),
  translate('win_rate_lt', '220fe451fa15', ({ q }) => [below(q.winRate, q.winRateBound)], { draws: 2 }),
  translate('win_rate_gap_le_quadratic', 'b12e58e52bdd', ({ q }) =>
    within(missing(q), winRateGapBound(q.policy, q.n), rational(q.n - 1, 2).mul(powers(q, 2))),
  ),
  translate('win_rate_gap_le_cubic', 'bb4dba2f1e7c', ({ q }) =>
    within(missing(q), winRateCubicBound(q.policy, q.n), rational(q.n * (q.n - 1), 12).mul(powers(q, 3))),
  ),
  translate('win_rate_gap_two', '5070ddfba90f', ({ q }) => {
    const gap = rational(2, 3).sub(winRateOfLaw(lawOf(q.at(2))));
    return [equal(gap, winRateCubicBound(q.policy, 2)), equal(gap, rational(1, 6).mul(powers(q, 3)))];
  }),
];
