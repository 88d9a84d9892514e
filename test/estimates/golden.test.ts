import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestReward } from '../../src/estimates/best-reward.ts';
import {
  averagedEvidence,
  bettingEvidence,
  blockEvidence,
  upperConfidenceBound,
} from '../../src/estimates/evidence.ts';
import { formula } from '../../src/estimates/formula.ts';
import { estimatorsAt } from '../../src/estimates/likelihood.ts';
import { meanOverTies } from '../../src/estimates/multiplicity.ts';
import { gapAbove } from '../../src/estimates/repeats.ts';
import { winRateBracket } from '../../src/estimates/statistics.ts';
import { tieWeights } from '../../src/estimates/tie-weights.ts';

interface Golden {
  readonly tieWeights: readonly { n: number; formula: string; k: number[]; upper: string[]; lower: string[] }[];
  readonly meanOverTies: readonly { counts: number[]; n: number; upper: string; lower: string }[];
  readonly winRate: readonly { counts: number[]; n: number; winRate: string | null }[];
  readonly bestReward: readonly {
    counts: number[];
    rewards: number[];
    n: number;
    bestReward: string;
    standardError: string | null;
  }[];
  readonly paperEstimator: readonly { n: number; p: number; gamma: string; estimator: string; starEstimator: string }[];
  readonly bettingBounds: readonly { name: string; values: number[]; alpha: number; upperBound: string }[];
  readonly blockwiseBounds: readonly {
    name: string;
    values: number[];
    alpha: number;
    blocks: number;
    upperBound: string;
  }[];
}

/** Made by test/golden/make_estimates.py, which shares nothing with the sources. */
const GOLDEN = JSON.parse(readFileSync(new URL('../golden/estimates.json', import.meta.url), 'utf8')) as Golden;

/** Compares with a relative error, or an absolute one below 1. */
function close(found: number, expected: string, error = 1e-12): void {
  const value = Number(expected);
  expect(Math.abs(found - value), `${found} beside ${expected}`).toBeLessThanOrEqual(
    error * Math.max(1, Math.abs(value)),
  );
}

describe('values of an independent implementation', () => {
  it.each(GOLDEN.tieWeights)('weights of ties, n = $n', ({ n, k, upper, lower, ...rest }) => {
    const found = tieWeights(n);
    close(formula(n), rest.formula);
    for (const [i, at] of k.entries()) {
      close(found.upper[at] as number, upper[i] as string);
      close(found.lower[at] as number, lower[i] as string);
    }
  });

  it.each(GOLDEN.meanOverTies.map((golden, i) => ({ i, ...golden })))('means over ties $i, n = $n', (golden) => {
    const { upper, lower } = tieWeights(golden.n);
    close(meanOverTies(golden.counts, golden.n, upper), golden.upper);
    close(meanOverTies(golden.counts, golden.n, lower), golden.lower);
  });

  it.each(GOLDEN.winRate.map((golden, i) => ({ i, ...golden })))('win rates $i, n = $n', ({ counts, n, winRate }) => {
    const { lower, upper, draws } = winRateBracket({ counts }, n);
    expect(draws === n).toBe(winRate !== null);
    if (winRate === null) return;
    close(lower, winRate);
    close(upper, winRate);
  });

  it.each(GOLDEN.bestReward.map((golden, i) => ({ i, ...golden })))('mean rewards $i, n = $n', (golden) => {
    const { mean, error } = bestReward(golden, golden.n);
    const scale = Math.max(1, ...golden.rewards.map(Math.abs));
    close(mean / scale, String(Number(golden.bestReward) / scale));
    expect(error === null).toBe(golden.standardError === null);
    if (golden.standardError !== null)
      close((error as number) / scale, String(Number(golden.standardError) / scale), 1e-9);
  });

  it.each(GOLDEN.paperEstimator)('estimators at p = $p, n = $n', ({ n, p, gamma, estimator, starEstimator }) => {
    // The golden values take the double p exactly, and p = e^(log p) has an error of its own near 1.
    const { paper, better } = estimatorsAt(n, Math.log(p));
    close(paper, estimator);
    close(better, starEstimator);
    if (n === 1) return;
    const above = gapAbove(p, n);
    expect(above).toBeGreaterThanOrEqual(Number(gamma));
    if (n > 2 && n * p > 0.01) expect(above).toBeLessThan(Number(gamma) * (1 + 1e-6) + 1e-12);
  });

  it.each(GOLDEN.bettingBounds)('bounds by betting: $name, α = $alpha', ({ values, alpha, upperBound: expected }) => {
    close(upperConfidenceBound(bettingEvidence(values, alpha), alpha), expected, 1e-5);
  });

  it.each(GOLDEN.blockwiseBounds)('bounds with blocks: $name, α = $alpha, $blocks', (golden) => {
    const { values, alpha, blocks } = golden;
    const evidence = averagedEvidence([bettingEvidence(values, alpha), blockEvidence(values, blocks, alpha)]);
    close(upperConfidenceBound(evidence, alpha), golden.upperBound, 1e-5);
  });
});
