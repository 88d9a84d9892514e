import { describe, expect, it } from 'vitest';
import { claim } from '../../properties/beirami-2024/estimator-range.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

/** The masses that the claim looks at, from the names of its relations. */
function masses(weights: readonly bigint[]): string[] {
  const relations = [...claim.relations(new BestOfN(FinitePolicy.fromWeights(weights), 3))];
  const zeros = relations.filter(({ left }) => left.name === '0');
  return zeros.map(({ right }) => right.name.replace(/^D̂_n\((.*)\)$/, '$1'));
}

describe('the masses at which the estimator is looked at', () => {
  it('are all of them where there are few, each once, in increasing order', () => {
    expect(masses([3n, 1n, 2n, 3n])).toEqual(['1/9', '2/9', '1/3']);
  });

  it('are six of many, the smallest and the largest among them', () => {
    const weights = Array.from({ length: 50 }, (_, i) => BigInt(i + 1));
    const looked = masses(weights);
    expect(looked).toHaveLength(6);
    expect([looked[0], looked.at(-1)]).toEqual(['1/1275', '2/51']);
    const values = looked.map((mass) => Rational.parse(mass));
    for (const [i, value] of values.entries()) expect(i === 0 || value.compare(values[i - 1] ?? value) > 0).toBe(true);
  });

  it('are compared with 0, with the formula and with the one before', () => {
    const relations = [...claim.relations(new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 3))];
    expect(relations.map(({ left, is, right }) => [left.name, is, right.name])).toEqual([
      ['0', '≤', 'D̂_n(1/3)'],
      ['D̂_n(1/3)', '≤', 'log n − (n−1)/n'],
      ['0', '≤', 'D̂_n(2/3)'],
      ['D̂_n(2/3)', '≤', 'log n − (n−1)/n'],
      ['D̂_n(2/3)', '≤', 'D̂_n(1/3)'],
    ]);
  });
});
