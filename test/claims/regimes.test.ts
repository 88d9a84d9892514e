import { describe, expect, it } from 'vitest';
import { COMMON_SHARES, REGIMES, regimesOf } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

const of = (weights: bigint[], n: number, ranks = weights.map((_, i) => i)): string[] =>
  regimesOf(new BestOfN(FinitePolicy.fromRanked(weights, ranks), n));
const uniform = (K: number): bigint[] => Array.from({ length: K }, () => 1n);

describe('the regime of n·ε_∞ changes exactly', () => {
  it.each<[string, bigint[], number, string]>([
    ['just below 1/10', [9n * 10n ** 30n + 1n, 10n ** 30n], 1, 'best-rare'],
    ['at 1/10', [9n, 1n], 1, 'best-critical'],
    ['just above 1/10', [9n * 10n ** 30n - 1n, 10n ** 30n], 1, 'best-critical'],
    ['just below 10', [10n ** 30n + 1n, 10n ** 30n], 20, 'best-critical'],
    ['at 10', [1n, 1n], 20, 'best-critical'],
    ['just above 10', [10n ** 30n, 10n ** 30n + 1n], 20, 'best-common'],
  ])('%s', (_, weights, n, regime) => {
    expect(of(weights, n)[0]).toBe(regime);
  });
});

describe('the regime of n²·Σp² changes exactly', () => {
  it.each<[string, bigint[], number, string]>([
    ['below 1/10', uniform(11), 1, 'collisions-rare'],
    ['at 1/10', uniform(10), 1, 'collisions-critical'],
    ['just above 1/10', [...uniform(9), 2n], 1, 'collisions-critical'],
    ['at 10, where Σp² = 40/100', [6n, 1n, 1n, 1n, 1n], 5, 'collisions-critical'],
    ['above 10, where Σp² = 42/100', [6n, 2n, 1n, 1n], 5, 'collisions-common'],
  ])('%s', (_, weights, n, regime) => {
    expect(of(weights, n)[1]).toBe(regime);
  });
});

describe('the regime of n²·Σp² is exact where doubles are not', () => {
  const tens = (weight: bigint): bigint[] => Array.from({ length: 10 }, () => weight * 10n ** 20n);

  it.each<[string, bigint[], number, string]>([
    // Ten of weight 9 and one of weight 20: (810 + 400)/110² = 1/10, which grows with the last weight.
    ['just below 1/10', [...tens(9n), 20n * 10n ** 20n - 1n], 1, 'collisions-rare'],
    ['at 1/10', [...tens(9n), 20n * 10n ** 20n], 1, 'collisions-critical'],
    ['just above 1/10', [...tens(9n), 20n * 10n ** 20n + 1n], 1, 'collisions-critical'],
    // One of weight 6 and four of weight 1: 25·40/100 = 10, which grows with the first weight.
    ['just below 10', [6n * 10n ** 20n - 1n, ...tens(1n).slice(6)], 5, 'collisions-critical'],
    ['at 10', [6n * 10n ** 20n, ...tens(1n).slice(6)], 5, 'collisions-critical'],
    ['just above 10', [6n * 10n ** 20n + 1n, ...tens(1n).slice(6)], 5, 'collisions-common'],
  ])('%s', (_, weights, n, regime) => {
    expect(of(weights, n)[1]).toBe(regime);
  });

  it('and where there are none, as of continuous parts and real n', () => {
    const mixed = FinitePolicy.fromWeights([1n, 1n], { continuousParts: [0] });
    expect(regimesOf(new BestOfN(mixed, 2))[1]).toBe('collisions-critical');
    expect(of([1n, 1n], 4.25)[1]).toBe('collisions-critical');
    expect(of([1n, 1n], 4.5)[1]).toBe('collisions-common');
  });
});

describe('ties', () => {
  it('are a regime of their own', () => {
    expect(of([1n, 1n], 2)).not.toContain('ties');
    expect(of([1n, 1n], 2, [0, 0])).toContain('ties');
    const ordered = FinitePolicy.fromRanked([1n, 1n], [0, 0], { ties: 'order' });
    expect(regimesOf(new BestOfN(ordered, 2))).toContain('ties');
  });

  it('join masses: the best level counts, not the best outcome', () => {
    expect(of(uniform(20), 1)[0]).toBe('best-rare');
    expect(of(uniform(20), 1, [...Array(18).keys(), 18, 18])[0]).toBe('best-critical');
  });
});

describe('every instance', () => {
  it('is in one regime of each trio, all of which have a description', () => {
    for (const weights of [[1n], [1n, 1n], uniform(50), [10n ** 30n, 1n], [1n, 10n ** 30n]]) {
      for (const n of [1, 2, 50, 10_000]) {
        const found = of(weights, n);
        expect(found.filter((name) => name.startsWith('best-')).length).toBe(1);
        expect(found.filter((name) => name.startsWith('collisions-')).length).toBe(1);
        expect(found.every((name) => name in REGIMES)).toBe(true);
      }
    }
  });

  it('can be asked for by minimum shares between 0 and 1', () => {
    const shares = Object.entries(COMMON_SHARES);
    expect(shares.map(([name]) => name).sort()).toEqual(Object.keys(REGIMES).sort());
    expect(shares.every(([, share]) => share > 0 && share < 1)).toBe(true);
  });
});
