import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { untied } from '../../src/claims/instance.ts';
import { reduce } from '../../src/search/reduce.ts';
import { smallestCounterexample } from '../../src/search/smallest.ts';
import { ANY, none, within } from './planted.ts';

/** Ascending weights, so that none has an earlier order. */
const ascending = (atoms: number): bigint[] => Array.from({ length: atoms }, (_, index) => BigInt(index + 2));

describe('an instance is reduced', () => {
  it('until no simplification is wanted, and says that all were tried', () => {
    const reduced = reduce(within(untied([4n, 3n, 5n], 6), ANY), ANY, ({ weights }) => weights.length >= 2);
    expect(reduced).toEqual({ instance: untied([1n, 1n], 1), isCutShort: false });
  });

  it('or until five million outcomes were tried, and says so', () => {
    let outcomes = 0;
    const crowd = within(untied(ascending(2500), 1), ANY);
    const isWanted = ({ weights }: { weights: readonly bigint[] }): boolean => {
      outcomes += weights.length;
      return false;
    };
    expect(reduce(crowd, ANY, isWanted)).toEqual({ instance: crowd, isCutShort: true });
    expect(outcomes).toBeGreaterThan(5_000_000);
    expect(outcomes).toBeLessThanOrEqual(5_000_000 + 2500);
  });
});

describe('the counterexample of a run', () => {
  it.each([
    [8, undefined],
    [2500, true],
  ])('of %s outcomes says whether it was cut short', (atoms, isCutShort) => {
    const crowd = within(untied(ascending(atoms), 1), ANY);
    const total = sumOf(crowd.weights);
    const claim = none('not-the-crowd', ({ policy }) => policy.total === total && policy.atoms.length === atoms);
    const found = smallestCounterexample(claim, 1, { instance: crowd, by: 'far', run: 7 }, null)?.found;
    expect(found).toEqual({ by: 'far', seed: 1, run: 7, shrinkingSteps: null, leastOf: null, isCutShort });
  });

  // Thirty outcomes are what the search comes to; a single heavy one is what the refutation stays.
  it.each([
    [20n, 'exhaustive', ['20']],
    [1000n, 'search', Array(30).fill('1')],
  ])('is the lesser of the two that are found, beside one outcome of weight %s', (weight, by, weights) => {
    const isHeavy = (outcomes: readonly bigint[]): boolean => outcomes.length === 1 && outcomes[0] === weight;
    const claim = none('few', ({ policy }) => policy.weights.length >= 30 || isHeavy(policy.weights), {
      ...ANY,
      maxDraws: 1,
    });
    const instance = within(untied([weight], 1), claim.domain);
    const least = smallestCounterexample(claim, 1, { instance, by: 'exhaustive', run: 1 }, { seed: 1, generated: 300 });
    expect(least?.instance.weights).toEqual(weights);
    expect(least?.found.by).toBe(by);
  });
});
