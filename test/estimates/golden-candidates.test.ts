import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atBest, meanCost } from '../../src/estimates/likelihood.ts';
import { repeatCosts } from '../../src/estimates/repeats.ts';

interface Golden {
  readonly atBest: readonly {
    candidates: [number, number, number][];
    n: number;
    gap: string;
    lowVariance: string;
    plain: string;
    cost: string;
  }[];
  readonly repeats: readonly { samples: number; n: number; scale: number; costs: string[]; constant: string }[];
}

/** Made by test/golden/make_candidates.py, which shares nothing with the sources. */
const GOLDEN = JSON.parse(readFileSync(new URL('../golden/candidates.json', import.meta.url), 'utf8')) as Golden;

const DIGITS = 9;
/** Boxes make the constant of repeats smaller, by less than this share. */
const SLACK = 0.03;

describe('values of an independent implementation', () => {
  it.each(GOLDEN.atBest)('estimates from log-probabilities at the best of n = $n', ({ candidates, n, ...golden }) => {
    const counts: number[] = [];
    for (const [level, , count] of candidates) counts[level] = (counts[level] ?? 0) + count;
    const prompt = {
      counts,
      rewards: counts.map((_, level) => level),
      candidates: candidates.map(([level, logProbability, count]) => ({ level, logProbability, count })),
    };
    const found = atBest(prompt, n);
    expect(found?.gap).toBeCloseTo(Number(golden.gap), DIGITS);
    expect(found?.lowVariance).toBeCloseTo(Number(golden.lowVariance), DIGITS);
    expect(found?.plain).toBeCloseTo(Number(golden.plain), DIGITS);
    expect(meanCost(prompt, n)).toBeCloseTo(Number(golden.cost), DIGITS);
  });

  it.each(GOLDEN.repeats)(
    'costs of repeats, m = $samples, n = $n, scale $scale',
    ({ samples, n, scale, ...golden }) => {
      const found = repeatCosts(samples, n)[Math.round(Math.log(4 * scale) / Math.log(4))];
      for (const [k, cost] of golden.costs.entries()) expect(found?.costs[k]).toBeCloseTo(Number(cost), DIGITS - 1);
      expect(found?.constant).toBeLessThanOrEqual(Number(golden.constant));
      expect(found?.constant).toBeGreaterThan((1 - SLACK) * Number(golden.constant));
    },
  );
});
