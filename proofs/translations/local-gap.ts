/** LocalGap.v */

import type { LogForm } from '../../src/arithmetic/log-form.ts';
import type { Rational } from '../../src/arithmetic/rational.ts';
import type { Random } from '../../src/campaign/random.ts';
import { atMost, below, equal, translate } from './translation.ts';
import { form, formula, interval, localGapOf, ONE, rational, share, sumOfForms, topGapOf, ZERO } from './words.ts';

/** Local gaps are of any interval from 0 on, not only of those in [0, 1]. */
const END = rational(2);

/** 0 ≤ a < b < c. */
function threePoints(random: Random): [Rational, Rational, Rational] {
  const [a, b] = interval(random, END);
  return [a, b, b.add(share(random))];
}

/** 0 < s ≤ t ≤ 1: the library has no γ(0), which is 0 in Coq. */
function twoShares(random: Random): [Rational, Rational] {
  const t = share(random);
  return [t.mul(rational(random.integer(1, 12), 12)), t];
}

/** The gaps of two pieces together, and that of the whole. */
function merged(n: number, random: Random): [LogForm, LogForm] {
  const [a, b, c] = threePoints(random);
  return [localGapOf(n, a, b).add(localGapOf(n, b, c)), localGapOf(n, a, c)];
}

export const localGap = [
  translate('formula_nonneg', '85e241f04c29', ({ q }) => [atMost(ZERO, formula(q.n))]),
  translate('formula_pos', 'd27a8ac20a59', ({ q }) => [below(ZERO, formula(q.n))], { draws: 2 }),
  translate('local_gap_bottom', 'f5c75d33a5ef', ({ q, random }) => {
    const b = share(random).mul(END);
    return [equal(localGapOf(q.n, ZERO, b), formula(q.n).scale(b.pow(q.n)))];
  }),
  translate('local_gap_nonneg', '041b90d4001a', ({ q, random }) => [
    atMost(ZERO, localGapOf(q.n, ...interval(random, END))),
  ]),
  translate('local_gap_scale', '135911b0a381', ({ q: { n }, random }) => {
    const [a, b] = interval(random, END);
    return [equal(localGapOf(n, a, b), topGapOf(n, b.sub(a).div(b)).scale(b.pow(n)))];
  }),
  translate('local_gap_merge', '678d76785495', ({ q, random }) => [atMost(...merged(q.n, random))]),
  translate('local_gap_merge_lt', '0fa54b617091', ({ q, random }) => [below(...merged(q.n, random))], { draws: 2 }),
  translate(
    'local_gap_pos',
    '2b94cdbd2fe5',
    ({ q, random }) => [below(ZERO, localGapOf(q.n, ...interval(random, END)))],
    {
      draws: 2,
    },
  ),
  translate('local_gap_split', '752ac90a1aec', ({ q: { n }, random }) => {
    const points = [rational(random.integer(0, 6), 12)];
    const k = random.integer(1, 4);
    while (points.length <= k) points.push((points.at(-1) as Rational).add(share(random)));
    const parts = sumOfForms(k, (i) => localGapOf(n, points[i] as Rational, points[i + 1] as Rational));
    return [atMost(parts, localGapOf(n, points[0] as Rational, points[k] as Rational))];
  }),
  // Weaker: γ(t) for a small t, as it tends to γ(0).
  translate('top_gap_0', 'de4960d66c27', ({ q: { n }, random }) => {
    const t = share(random).div(rational(10 ** 6));
    return [atMost(topGapOf(n, t), rational(n * (n - 1), 2).mul(t.pow(2)))];
  }),
  translate('top_gap_1', '128e46cb4130', ({ q }) => [equal(topGapOf(q.n, ONE), formula(q.n))]),
  translate('top_gap_nonneg', '7291679cadca', ({ q, random }) => [atMost(ZERO, topGapOf(q.n, twoShares(random)[0]))]),
  translate('top_gap_monotone', '12467fefee5b', ({ q, random }) => {
    const [s, t] = twoShares(random);
    return [atMost(topGapOf(q.n, s), topGapOf(q.n, t))];
  }),
  translate('top_gap_range', '16ba6941a3de', ({ q, random }) => {
    const gap = topGapOf(q.n, twoShares(random)[0]);
    return [atMost(ZERO, gap), atMost(gap, formula(q.n))];
  }),
  translate('local_gap_le_tangent', '94ada36f220e', ({ q: { n }, random }) => {
    const [a, b] = interval(random, END);
    const tangent = rational(n)
      .mul(b.pow(n - 1))
      .mul(b.sub(a));
    return [atMost(localGapOf(n, a, b), form(tangent.sub(b.pow(n).sub(a.pow(n)))))];
  }),
];
