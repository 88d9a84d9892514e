import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { bestReward } from '../../src/estimates/best-reward.ts';
import { meanOverTies } from '../../src/estimates/multiplicity.ts';
import { gapBracket, winRateBracket } from '../../src/estimates/statistics.ts';
import { choose, ratio, subsets } from './exact.ts';

const COUNTS = [[1], [5], [1, 1], [2, 1, 3], [1, 1, 1, 1, 1, 1], [4, 1], [1, 4], [3, 2, 2, 1]];

/** The mean of f over all subsets of n samples. */
function overSubsets(counts: readonly number[], n: number, f: (levels: number[]) => number): number {
  let [sum, number] = [0, 0];
  for (const levels of subsets(counts, n)) {
    sum += f(levels);
    number += 1;
  }
  return sum / number;
}

function tiesForBest(levels: readonly number[]): number {
  const best = Math.max(...levels);
  return levels.filter((level) => level === best).length;
}

const ALL = COUNTS.flatMap((counts) => {
  const m = counts.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: m }, (_, i) => ({ counts, m, n: i + 1 }));
});

describe('the statistics of ties for best', () => {
  it.each(ALL)('are means over all choices of $n of $counts', ({ counts, n }) => {
    const h = Float64Array.from({ length: n + 1 }, (_, k) => Math.sqrt(k) + k);
    expect(meanOverTies(counts, n, h)).toBeCloseTo(
      overSubsets(counts, n, (levels) => h[tiesForBest(levels)] as number),
      12,
    );
  });

  it('follow from exact binomials for many samples', () => {
    const counts = [3000, 1, 1, 500, 40, 2, 700];
    const n = 90;
    const m = counts.reduce((sum, count) => sum + count, 0);
    let below = 0;
    let exact = 0;
    for (const count of counts) {
      for (let k = 1; k <= Math.min(n, count); k += 1) {
        exact +=
          ratio(choose(count, k) * choose(below, n - k) * BigInt(below >= n - k ? 1 : 0), choose(m, n)) * Math.log(k);
      }
      below += count;
    }
    const h = Float64Array.from({ length: n + 1 }, (_, k) => (k > 0 ? Math.log(k) : 0));
    expect(meanOverTies(counts, n, h)).toBeCloseTo(exact, 12);
  });

  it('refuse more draws than samples', () => {
    expect(() => meanOverTies([1, 2], 4, [0, 0, 0, 0, 0])).toThrow(DomainError);
  });

  it.each(ALL.filter(({ n, m }) => n < m))(
    'give the win rate against a fresh sample, $n of $counts',
    ({ counts, n }) => {
      const won = overSubsets(counts, n + 1, (levels) => {
        const scores = levels.map((fresh, at) => {
          const best = Math.max(...levels.filter((_, other) => other !== at));
          return best > fresh ? 1 : best === fresh ? 1 / 2 : 0;
        });
        return scores.reduce((sum, score) => sum + score, 0) / scores.length;
      });
      const { lower, upper, draws } = winRateBracket({ counts }, n);
      expect([lower, upper, draws]).toEqual([upper, lower, n]);
      expect(lower).toBeCloseTo(won, 12);
    },
  );

  it.each(ALL)('give the mean reward and its jackknife, $n of $counts', ({ counts, m, n }) => {
    const rewards = counts.map((_, level) => level ** 2 - 3);
    const levels = counts.flatMap((count, level) => Array.from({ length: count }, () => level));
    const best = (kept: readonly number[]): number => {
      const some = kept.reduce<number[]>(
        (all, level) => {
          all[level] = (all[level] ?? 0) + 1;
          return all;
        },
        counts.map(() => 0),
      );
      return overSubsets(some, n, (chosen) => rewards[Math.max(...chosen)] as number);
    };
    const { mean, error } = bestReward({ counts, rewards }, n);
    expect(mean).toBeCloseTo(best(levels), 12);
    if (n === m) expect(error).toBeNull();
    else {
      const squares = levels.map((_, left) => (best(levels.filter((_, at) => at !== left)) - best(levels)) ** 2);
      expect(error).toBeCloseTo(Math.sqrt(((m - 1) / m) * squares.reduce((sum, x) => sum + x, 0)), 10);
    }
  });
});

describe('brackets where n exceeds the samples', () => {
  it('rest on the growth with n on one side, and on nothing on the other', () => {
    const { lower, upper, draws } = gapBracket({ counts: [1, 1, 1] }, 8);
    expect(draws).toBe(3);
    expect(lower).toBe(0);
    expect(upper).toBeCloseTo(Math.log(8) - 7 / 8 - (Math.log(3) - 2 / 3), 12);
    expect(winRateBracket({ counts: [1, 1, 1] }, 8)).toEqual({ lower: 2 / 3, upper: 8 / 9, draws: 2 });
    expect(winRateBracket({ counts: [1] }, 8)).toEqual({ lower: 1 / 2, upper: 8 / 9, draws: 0 });
  });
});
