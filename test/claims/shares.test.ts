import { describe, expect, it } from 'vitest';
import { minimumShare } from '../../src/claims/shares.ts';

/** P(fewer than k of n trials of probability a/b succeed), compared with 1/10000 in integers. */
function isMissedByChance(k: number, n: number, a: bigint, b: bigint): boolean {
  let sum = 0n;
  let binomial = 1n;
  for (let i = 0; i < k; i += 1) {
    sum += binomial * a ** BigInt(i) * (b - a) ** BigInt(n - i);
    binomial = (binomial * BigInt(n - i)) / BigInt(i + 1);
  }
  return 10_000n * sum <= b ** BigInt(n);
}

describe('the share that a scaled run asks for', () => {
  it.each([1, 10, 80, 100, 200, 1000])('is the lower end of a binomial bound, of %i instances', (n) => {
    for (const percent of [1, 5, 10, 20, 50, 99]) {
      const k = Math.round(minimumShare(percent / 100, n, 'scaled') * n);
      expect([percent, isMissedByChance(k, n, BigInt(percent), 100n)]).toEqual([percent, true]);
      expect([percent, isMissedByChance(k + 1, n, BigInt(percent), 100n)]).toEqual([percent, false]);
    }
  });

  it('comes near the share itself in long runs', () => {
    const share = minimumShare(0.1, 1_000_000, 'scaled');
    expect(share).toBeGreaterThan(0.098);
    expect(share).toBeLessThan(0.1);
  });

  it('is nothing of no share, all of all, and no number of no instances', () => {
    expect([minimumShare(0, 80, 'scaled'), minimumShare(1, 80, 'scaled'), minimumShare(0.2, 0, 'scaled')]).toEqual([
      0, 1, 0.2,
    ]);
  });

  it('is the share itself in other runs', () => {
    expect([minimumShare(0.2, 80, 'all'), minimumShare(0.2, 80, 'nothing')]).toEqual([0.2, 0.2]);
  });
});
