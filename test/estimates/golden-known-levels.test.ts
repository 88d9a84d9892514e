import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leastGap } from '../../src/estimates/known-levels.ts';
import { successEvidence } from '../../src/estimates/successes.ts';

interface Golden {
  readonly leastGaps: readonly { levels: number; n: number; gap: string }[];
  readonly evidences: readonly {
    counts: [number, number][];
    n: number;
    quantity: keyof typeof COMPLEMENTS;
    complement: boolean;
    mean: number;
    evidence: string;
  }[];
}

const COMPLEMENTS = { gap: 'noGap', winRate: 'noWin', reward: 'noReward' } as const;

/** Made by test/golden/make_known_levels.py, which shares nothing with the sources. */
const GOLDEN = JSON.parse(readFileSync(new URL('../golden/known-levels.json', import.meta.url), 'utf8')) as Golden;

/** Minima over boxes are below the true ones, by less than this share. */
const SLACK = 0.03;

describe('values of an independent implementation', () => {
  it.each(GOLDEN.leastGaps)('least gap of $levels levels, n = $n', ({ levels, n, gap }) => {
    expect(leastGap(levels, n)).toBeLessThanOrEqual(Number(gap) * (1 + 1e-9));
    expect(leastGap(levels, n)).toBeGreaterThan(Number(gap) * (1 - SLACK / 3));
  });

  it.each(GOLDEN.evidences)(
    'evidence about $quantity, n = $n',
    ({ counts, n, quantity, complement, mean, evidence }) => {
      const prompts = counts.map(([successes, samples]) => ({ successes, samples }));
      const found = successEvidence(prompts, n, complement ? COMPLEMENTS[quantity] : quantity)(mean);
      expect(found).toBeLessThanOrEqual(Number(evidence) + 1e-7);
      expect(found).toBeGreaterThan(Number(evidence) - SLACK * (3 + Math.abs(Number(evidence))));
    },
  );
});
