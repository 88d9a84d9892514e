import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcd, sumOf } from '../../src/arithmetic/bigint.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy, type Outcome } from '../../src/policy/finite-policy.ts';

const q = (text: string): Rational => Rational.parse(text);
const outcomes = (...pairs: [string, string][]): Outcome[] =>
  pairs.map(([reward, weight]) => ({ reward: q(reward), weight: q(weight) }));

describe('the atom of an outcome', () => {
  it.each([
    ['level', [0, 0, 1]],
    ['order', [0, 1, 2]],
  ] as const)('where ties are broken by %s', (ties, atoms) => {
    const policy = FinitePolicy.fromRanked([1n, 2n, 4n], [0, 0, 1], { ties });
    expect(policy.weights.map((_, outcome) => policy.atomOf(outcome))).toEqual(atoms);
  });
});

describe('weights become coprime integers', () => {
  it.each([
    ['2,4,6', [1n, 2n, 3n]],
    ['1/2,1/3,1/6', [3n, 2n, 1n]],
    ['0.5,0.25,0.25', [2n, 1n, 1n]],
    ['5', [1n]],
    ['1e-3,1e3', [1n, 1_000_000n]],
  ])('%s', (text, weights) => {
    const policy = FinitePolicy.fromWeights(text.split(',').map(q));
    expect(policy.weights).toEqual(weights);
    expect(policy.total).toBe(sumOf(weights));
  });

  it('of the same proportions', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
    const rational = fc.tuple(positive, positive).map(([num, den]) => Rational.of(num, den));
    fc.assert(
      fc.property(fc.array(rational, { minLength: 1, maxLength: 8 }), (weights) => {
        const policy = FinitePolicy.fromWeights(weights);
        expect(policy.weights.reduce(gcd, 0n)).toBe(1n);
        const sum = weights.reduce((a, b) => a.add(b), Rational.ZERO);
        for (const [i, weight] of weights.entries()) expect(policy.mass(i).equals(weight.div(sum))).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('and cumulative weights start at 0 and end at the total', () => {
    expect(FinitePolicy.fromWeights([1n, 2n, 3n]).cumulative).toEqual([0n, 1n, 3n, 6n]);
  });
});

describe('outcomes are ordered by reward', () => {
  it('whatever the order given, and remember their places', () => {
    const policy = FinitePolicy.fromOutcomes(outcomes(['3', '1'], ['-1/2', '2'], ['0.3', '3'], ['1e2', '4']));
    expect(policy.weights).toEqual([2n, 3n, 1n, 4n]);
    expect(policy.places).toEqual([1, 2, 0, 3]);
    expect(policy.ranks).toEqual([0, 1, 2, 3]);
  });

  it('and those of equal reward, however written, keep the order in which they were given', () => {
    const policy = FinitePolicy.fromOutcomes(
      outcomes(['1/2', '1'], ['0', '2'], ['0.5', '3'], ['5e-1', '5'], ['0', '7']),
    );
    expect(policy.places).toEqual([1, 4, 0, 2, 3]);
    expect(policy.ranks).toEqual([0, 0, 1, 1, 1]);
    expect(policy.atoms).toEqual([9n, 9n]);
  });

  it('rewards that differ beyond double precision differ', () => {
    const policy = FinitePolicy.fromOutcomes(outcomes(['1', '1'], ['1.00000000000000000000000000001', '2']));
    expect(policy.ranks).toEqual([0, 1]);
  });

  it('levels of any numbering are numbered 0, 1, 2, …', () => {
    expect(FinitePolicy.fromRanked([1n, 1n, 1n, 1n], [-5, 2, 2, 9]).ranks).toEqual([0, 1, 1, 2]);
    expect(FinitePolicy.fromRanked([1n, 1n], [4, 4]).ranks).toEqual([0, 0]);
  });
});

describe('ties', () => {
  const tied = outcomes(['1', '1'], ['2', '2'], ['2', '3'], ['3', '4']);

  it('under level make one atom of a level, which is the default', () => {
    const policy = FinitePolicy.fromOutcomes(tied);
    expect([policy.ties, policy.atoms, policy.weights]).toEqual(['level', [1n, 5n, 4n], [1n, 2n, 3n, 4n]]);
    expect(policy.mass(1).toString()).toBe('1/2');
    expect(policy.byLevel()).toBe(policy);
  });

  it('under order leave every outcome an atom, and byLevel() joins them', () => {
    const policy = FinitePolicy.fromOutcomes(tied, { ties: 'order' });
    expect(policy.atoms).toEqual([1n, 2n, 3n, 4n]);
    const levels = policy.byLevel();
    expect([levels.ties, levels.atoms, levels.cumulative]).toEqual(['level', [1n, 5n, 4n], [0n, 1n, 6n, 10n]]);
    expect([levels.weights, levels.ranks, levels.places]).toEqual([policy.weights, policy.ranks, policy.places]);
  });

  it('under error are refused, with both entries named as they were given', () => {
    const message = 'the 2nd entry and the 3rd entry have the same reward, and --ties error forbids that';
    expect(() => FinitePolicy.fromOutcomes(tied, { ties: 'error' })).toThrow(message);
    const apart = outcomes(['7', '1'], ['2', '2'], ['7', '3']);
    expect(() => FinitePolicy.fromOutcomes(apart, { ties: 'error' })).toThrow('the 1st entry and the 3rd entry');
    expect(() => FinitePolicy.fromRanked([1n, 1n], [3, 3], { ties: 'error' })).toThrow(
      'the 1st entry and the 2nd entry',
    );
  });

  it('under error let distinct rewards pass', () => {
    const policy = FinitePolicy.fromOutcomes(outcomes(['2', '1'], ['1', '2']), { ties: 'error' });
    expect([policy.ties, policy.atoms]).toEqual(['error', [2n, 1n]]);
    expect(FinitePolicy.fromRanked([1n, 2n], [0, 1], { ties: 'error' }).atoms).toEqual([1n, 2n]);
  });
});

describe('a policy of a million outcomes', () => {
  const million = 1_000_000;

  it('is made of weights', () => {
    const policy = FinitePolicy.fromWeights(Array.from({ length: million }, (_, i) => BigInt(1 + (i % 7))));
    expect(policy.weights.length).toBe(million);
    expect(policy.cumulative.at(-1)).toBe(policy.total);
    expect(policy.mass(million - 1).equals(Rational.of(1n + BigInt((million - 1) % 7), policy.total))).toBe(true);
  });

  it('is sorted from outcomes with ties', () => {
    const shuffled = Array.from({ length: million }, (_, i) => ({
      reward: Rational.of((i * 7919) % 1000, 8),
      weight: Rational.ONE,
    }));
    const policy = FinitePolicy.fromOutcomes(shuffled);
    expect(policy.atoms.length).toBe(1000);
    expect(new Set(policy.atoms)).toEqual(new Set([1000n]));
  });
});

describe('continuous parts of outcomes in any order', () => {
  const outcomes = [7, 1, 4].map((reward) => ({ reward: Rational.of(reward), weight: Rational.of(reward) }));

  it('are told by their place in the input', () => {
    expect([...FinitePolicy.fromOutcomes(outcomes, { continuousParts: [0] }).continuousParts]).toEqual([2]);
    expect([...FinitePolicy.fromOutcomes(outcomes, { continuousParts: [2, 1] }).continuousParts].sort()).toEqual([
      0, 1,
    ]);
  });

  it.each([3, -1, 0.5])('are refused where there is no outcome %s', (index) => {
    expect(() => FinitePolicy.fromOutcomes(outcomes, { continuousParts: [index] })).toThrow(`no outcome ${index}`);
  });

  it('are refused, by their place in the input, where they tie', () => {
    const tied = [...outcomes, { reward: Rational.of(1), weight: Rational.of(2) }];
    expect(() => FinitePolicy.fromOutcomes(tied, { continuousParts: [1] })).toThrow(
      'the 2nd entry is a continuous part',
    );
  });
});
