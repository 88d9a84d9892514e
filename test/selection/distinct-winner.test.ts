import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { distinctPmf } from '../../src/selection/distinct-winner.ts';
import { exactPmf } from '../../src/selection/pmf.ts';

/** By all lists of n draws. */
function byEnumeration({ weights, ranks, total }: FinitePolicy, n: number): string[] {
  const pmf = weights.map(() => Rational.ZERO);
  const count = weights.length;
  for (let code = 0; code < count ** n; code += 1) {
    const drawn = Array.from({ length: n }, (_, i) => Math.floor(code / count ** i) % count);
    const best = Math.max(...drawn.map((y) => ranks[y] as number));
    const winners = [...new Set(drawn.filter((y) => ranks[y] === best))];
    const ways = drawn.reduce((product, y) => product * (weights[y] as bigint), 1n);
    for (const y of winners)
      pmf[y] = (pmf[y] as Rational).add(Rational.of(ways, BigInt(winners.length) * total ** BigInt(n)));
  }
  return pmf.map((p) => p.reduced().toString());
}

describe('the winner among distinct outcomes', () => {
  it.each([
    { weights: [1n, 2n], ranks: [0, 0] },
    { weights: [3n, 1n, 2n], ranks: [0, 0, 0] },
    { weights: [2n, 1n, 4n, 1n], ranks: [0, 1, 1, 2] },
    { weights: [1n, 5n, 2n, 3n], ranks: [0, 0, 1, 1] },
  ])('has the law of all lists of draws: weights $weights, levels $ranks', ({ weights, ranks }) => {
    const policy = FinitePolicy.fromRanked(weights, ranks);
    for (const n of [1, 2, 3, 4, 5]) {
      expect(distinctPmf(policy, n).map((p) => p.reduced().toString())).toEqual(byEnumeration(policy, n));
    }
  });

  it('is the usual winner where nothing ties', () => {
    const policy = FinitePolicy.fromWeights([1n, 4n, 2n]);
    const usual = exactPmf(policy, 4).map((p) => p.reduced().toString());
    expect(distinctPmf(policy, 4).map((p) => p.reduced().toString())).toEqual(usual);
  });

  it('is shared equally among twelve equal outcomes, and refused where more tie', () => {
    const twelve = FinitePolicy.fromRanked(Array(12).fill(1n), Array(12).fill(0));
    expect(distinctPmf(twelve, 2).map((p) => p.reduced().toString())).toEqual(Array(12).fill('1/12'));
    const policy = FinitePolicy.fromRanked(Array(13).fill(1n), Array(13).fill(0));
    expect(() => distinctPmf(policy, 2)).toThrow('at most 12 outcomes may tie here, not 13');
  });
});
