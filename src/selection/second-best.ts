import { integerDraws } from '../policy/draws.ts';
import { MAX_DRAWS, orderStatistic } from './order-statistic.ts';
import type { Family } from './rank-rule.ts';

/** Second-best-of-n: the answer of second highest reward among n ≥ 2 draws. */
export const SECOND_BEST: Family = {
  rule: (n) => orderStatistic(integerDraws(n) - 1, n),
  least: 2,
  most: MAX_DRAWS,
  integersOnly: true,
};
