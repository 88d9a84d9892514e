import { describe, expect, it } from 'vitest';
import {
  averagedEvidence,
  bettingEvidence,
  blockEvidence,
  upperConfidenceBound,
} from '../../src/estimates/evidence.ts';

const ALPHA = 0.05;
const MIXED = Array.from({ length: 40 }, (_, j) => ((j * 7) % 11) / 20);

describe('evidence against a large mean', () => {
  it.each([
    ['betting', bettingEvidence(MIXED, ALPHA)],
    ['blocks', blockEvidence(MIXED, 6, ALPHA)],
  ])('increases with the mean: %s', (_, evidence) => {
    const at = Array.from({ length: 101 }, (_, k) => evidence(k / 100));
    for (let k = 1; k <= 100; k += 1) expect(at[k]).toBeGreaterThanOrEqual(at[k - 1] as number);
  });

  it('bounds the mean from above, and no closer where values are fewer', () => {
    const mean = MIXED.reduce((sum, x) => sum + x, 0) / MIXED.length;
    const all = upperConfidenceBound(bettingEvidence(MIXED, ALPHA), ALPHA);
    const half = upperConfidenceBound(bettingEvidence(MIXED.slice(0, 11), ALPHA), ALPHA);
    expect(all).toBeGreaterThan(mean);
    expect(all).toBeLessThan(mean + 0.1);
    expect(half).toBeGreaterThan(all);
  });

  it('is that of one bet for one value', () => {
    // For α = 1/2 all stakes are above 2, and for μ ≤ 1/2 they are lowered to 1/(1 − μ), so the capital is 1/(1 − μ) = 2 at μ = 1/2.
    expect(upperConfidenceBound(bettingEvidence([0], 0.5), 0.5)).toBeCloseTo(0.5, 5);
    expect(upperConfidenceBound(bettingEvidence([1], 0.5), 0.5)).toBe(1);
  });

  it('is not lost to a value that rounding has put outside of [0, 1]', () => {
    for (const outside of [1 + 2 ** -52, -(2 ** -60)]) {
      const evidence = bettingEvidence([outside, ...MIXED], ALPHA);
      for (const mean of [0.01, 0.5, 0.9, 0.99]) expect(evidence(mean)).not.toBeNaN();
    }
  });

  it('is at most 1 on the average at the true mean', () => {
    // Two values each: 0 with probability 0.7 and 1 otherwise.
    for (const evidence of [bettingEvidence, (x: number[], a: number) => blockEvidence(x, 1, a)]) {
      let expected = 0;
      for (const [a, p] of [
        [0, 0.7],
        [1, 0.3],
      ] as const)
        for (const [b, q] of [
          [0, 0.7],
          [1, 0.3],
        ] as const)
          expected += p * q * Math.exp(evidence([a, b], ALPHA)(0.3));
      expect(expected).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('is at most 1 on the average for given prompts with different means', () => {
    // Values of means 0.1 and 0.5, each 0 or 1; the mean of both is 0.3.
    let expected = 0;
    for (const [a, p] of [
      [0, 0.9],
      [1, 0.1],
    ] as const)
      for (const [b, q] of [
        [0, 0.5],
        [1, 0.5],
      ] as const)
        expected +=
          p * q * Math.exp(averagedEvidence([bettingEvidence([a, b], ALPHA), blockEvidence([a, b], 1, ALPHA)])(0.3));
    expect(expected).toBeLessThanOrEqual(1 + 1e-12);
  });
});
