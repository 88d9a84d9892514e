import { describe, expect, it } from 'vitest';
import { COMMON_SHARES, type Regime } from '../../src/claims/regimes.ts';
import { runClaim } from '../../src/search/run-claim.ts';
import { MAX_TRIVIAL_SHARE } from '../../src/search/statistics.ts';
import { madeUp, truth } from './planted.ts';

const shares = Object.entries(COMMON_SHARES) as [Regime, number][];
const nothing = madeUp({ ...truth, id: 'nothing', expected: 'holds', shares: COMMON_SHARES });
const falsehoods = madeUp({ ...nothing, id: 'narrow', domain: { atoms: 2, draws: 2 } });

describe.each([
  { runs: 100, seeds: [1, 2, 3, 4, 5] },
  { runs: 500, seeds: [6, 7, 8] },
])('a search over $runs instances', ({ runs, seeds }) => {
  it.each(seeds.flatMap((seed) => [nothing, falsehoods].map((claim) => ({ seed, claim }))))(
    'gives every regime its share with seed $seed, domain $claim.domain',
    ({ seed, claim }) => {
      const { regimes, trivial, instances } = runClaim(claim, { runs, seed });
      expect(instances).toBe(runs);
      for (const [regime, share] of shares) {
        expect([regime, (regimes[regime] ?? 0) >= share * runs]).toEqual([regime, true]);
      }
      expect(trivial).toBeLessThanOrEqual(MAX_TRIVIAL_SHARE * runs);
    },
  );
});

describe('instances with n = 1 or one atom', () => {
  it('come, but never more than a twentieth', () => {
    const { trivial } = runClaim(nothing, { runs: 500, seed: 9 });
    expect(trivial).toBeGreaterThan(0);
    expect(trivial).toBeLessThanOrEqual(25);
  });

  it('are within their twentieth at every moment, hence none among the first nineteen', () => {
    for (let seed = 0; seed < 60; seed += 1) expect(runClaim(nothing, { runs: 19, seed }).trivial).toBe(0);
  });

  it('come never where the claim speaks of two atoms and two draws', () => {
    expect(runClaim(falsehoods, { runs: 500, seed: 9 }).trivial).toBe(0);
  });
});
