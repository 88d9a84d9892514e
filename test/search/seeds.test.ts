import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { claimSeed, SEED_LIMIT } from '../../src/search/random.ts';

const SEEDS = [0, 1, 2, 20240119, SEED_LIMIT - 1];

describe("a claim's own seed", () => {
  it('is the same each time it is worked out', () => {
    for (const seed of SEEDS) expect(claimSeed(seed, 'kl-bound')).toBe(claimSeed(seed, 'kl-bound'));
  });

  it('is an integer from 0 to 2^31 − 1', () => {
    for (const { id } of catalogue) {
      for (const seed of SEEDS) {
        const own = claimSeed(seed, id);
        expect(Number.isInteger(own)).toBe(true);
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThan(2 ** 31);
      }
    }
  });

  it('uses the whole range of seeds', () => {
    const own = Array.from({ length: 200 }, (_, seed) => claimSeed(seed, 'pmf'));
    expect(Math.max(...own)).toBeGreaterThan(0.9 * SEED_LIMIT);
    expect(Math.min(...own)).toBeLessThan(0.1 * SEED_LIMIT);
  });

  it('differs from claim to claim', () => {
    for (const seed of SEEDS) {
      expect(new Set(catalogue.map(({ id }) => claimSeed(seed, id))).size).toBe(catalogue.length);
    }
  });

  it('differs from run to run', () => {
    const own = Array.from({ length: 1000 }, (_, seed) => claimSeed(seed, 'kl-bound'));
    expect(new Set(own).size).toBe(1000);
  });

  it('is what the committed counterexamples were found with', () => {
    expect(claimSeed(20240119, 'equality')).toBe(484011552);
    expect(claimSeed(20240119, 'win-rate-equality')).toBe(1362273069);
  });
});
