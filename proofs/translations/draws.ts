/** Draws.v */

import type { Rational } from '../../src/arithmetic/rational.ts';
import { enumerate } from '../../src/policy/enumerate.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';
import { equal, translate } from './translation.ts';
import { index, ONE, p, pmf, rational, size, sum, ZERO } from './words.ts';

/** The mean of f over all lists of n draws. */
export function meanOfDraws(q: BestOfN, n: number, f: (list: readonly number[]) => Rational): Rational {
  if (n === 0) return f([]);
  return sum(size(q), (x) => p(q, x).mul(meanOfDraws(q, n - 1, (list) => f([x, ...list]))));
}

export const count = (y: number, list: readonly number[]): Rational => rational(list.filter((x) => x === y).length);

/** Lists of so many draws are few enough for every instance. */
const FEW_DRAWS = 3;

export const draws = [
  translate('best_of_enumeration', '133077159e59', ({ q, random }) => {
    const [few, i] = [q.at(Math.min(q.n, FEW_DRAWS)), index(random, size(q))];
    const listed = meanOfDraws(q, few.n, (list) => (Math.max(...list) === i ? ONE : ZERO));
    return [
      equal(pmf(few)[i] as Rational, listed),
      equal(pmf(few)[i] as Rational, enumerate(few.policy, few.n).pmf[i] as Rational),
    ];
  }),
  translate('draws_exchange', 'fdeab996dc15', ({ q, tied, random }) => {
    const [n, y] = [Math.min(q.n, FEW_DRAWS), index(random, size(q))];
    const level = (x: number): number => tied.ranks[x] as number;
    const lists = (list: readonly number[]): number[] => list.map(level);
    // Some function of the levels drawn.
    const g = (drawn: readonly number[]): Rational =>
      rational(drawn.reduce((all, l, at) => all + (at + 2) * (l + 1) ** 2, 1));
    const left = meanOfDraws(q, n, (list) => count(y, list).mul(g(lists(list))));
    const right = meanOfDraws(q, n, (list) => count(level(y), lists(list)).mul(g(lists(list))));
    return [
      equal(
        left,
        p(q, y)
          .div(tied.mass(level(y)))
          .mul(right),
      ),
    ];
  }),
];
