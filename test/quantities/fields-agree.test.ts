import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/arithmetic/interval.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { estimatorBest, estimatorMean } from '../../src/quantities/estimator.ts';
import { kl } from '../../src/quantities/kl.ts';
import { sumOfLocalGaps } from '../../src/quantities/local-gap.ts';
import { renyiEntropy } from '../../src/quantities/renyi.ts';
import { winRate, winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import type { Law } from '../../src/selection/law.ts';
import { decimal } from '../arithmetic/exact.ts';

const HUGE = 10n ** 30n;
const DIGITS = 40;

const nearlyDegenerate: [string, bigint[], number[]][] = [
  ['a tiny best', [HUGE, 1n], [0, 1]],
  ['a tiny worst', [1n, HUGE], [0, 1]],
  ['a tiny middle', [HUGE, 1n, HUGE], [0, 1, 2]],
  ['tiny ends', [1n, HUGE, 1n], [0, 1, 2]],
  ['tiny steps up', [HUGE, 10n ** 15n, 1n], [0, 1, 2]],
  ['tiny steps down', [1n, 10n ** 15n, HUGE], [0, 1, 2]],
  ['two nearly equal', [HUGE, HUGE + 1n], [0, 1]],
  ['a tiny tie with a huge one', [5n, 1n, HUGE, 7n], [0, 1, 1, 2]],
];

type Formula = (law: Law<Interval, Interval>) => Interval;

const formulas: [string, (q: BestOfN) => Real, Formula][] = [
  ['KL', (q) => q.kl, kl],
  ['gap by parts', (q) => q.gapByParts, sumOfLocalGaps],
  ['win rate', (q) => q.winRate, winRate],
  ['win rate by trapezoids', (q) => q.winRate, winRateByTrapezoids],
  ['estimator mean', (q) => q.estimatorMean, estimatorMean],
  ['estimator at the best', (q) => q.estimatorBest, estimatorBest],
  ['Rényi entropy', (q) => q.renyi(2), ({ field, policy }) => renyiEntropy(field, policy, 2)],
];

describe.each(nearlyDegenerate)('fixed point and decimal intervals agree on %s', (_, weights, ranks) => {
  it.each([2, 3, 1000, 1_000_000, 1_000_000_000])('at n = %i', (n) => {
    const quantities = new BestOfN(FinitePolicy.fromRanked(weights, ranks), n);
    for (const [name, value, formula] of formulas) {
      const fixed = value(quantities).enclose(DIGITS);
      const decimals = quantities.inDecimals(formula, DIGITS);
      expect(fixed.overlaps(decimals), `${name}: ${fixed} and ${decimals}`).toBe(true);
      for (const { lo, hi } of [fixed, decimals]) {
        expect(decimal(hi.toString()).minus(lo.toString()).lte('1e-35'), `${name} is too wide`).toBe(true);
      }
    }
  });

  it('and the precision asked for is the precision given, at 10, 100 and 400 digits', () => {
    const quantities = new BestOfN(FinitePolicy.fromRanked(weights, ranks), 1000);
    for (const digits of [10, 100, 400]) {
      const { lo, hi } = quantities.kl.enclose(digits);
      expect(
        decimal(hi.toString())
          .minus(lo.toString())
          .lte(`1e-${digits - 4}`),
      ).toBe(true);
      expect(quantities.kl.enclose(digits).overlaps(quantities.kl.enclose(2 * digits))).toBe(true);
    }
  });
});
