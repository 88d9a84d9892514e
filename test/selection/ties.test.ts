import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import { named, smallPolicies } from '../policy/small-policies.ts';

describe('ties broken by order', () => {
  it('make KL no smaller, and larger where a level has two outcomes and n ≥ 2', () => {
    for (const level of smallPolicies(5, 'level')) {
      const order = FinitePolicy.fromRanked(level.weights, level.ranks, { ties: 'order' });
      const tied = level.atoms.length < level.weights.length;
      for (const n of [1, 2, 3]) {
        const comparison = compare(new BestOfN(order, n).kl, new BestOfN(level, n).kl);
        expect(comparison.order, named(level, n)).toBe(tied && n > 1 ? 'greater' : 'equal');
      }
    }
  });

  it('leave the win rate as it is', () => {
    for (const level of smallPolicies(5, 'level')) {
      const order = FinitePolicy.fromRanked(level.weights, level.ranks, { ties: 'order' });
      for (const n of [1, 2, 3]) {
        const [one, other] = [new BestOfN(order, n).winRate, new BestOfN(level, n).winRate];
        expect(one.exact?.toString(), named(level, n)).toBe(other.exact?.toString());
        expect(one.enclose(30).overlaps(other.enclose(30))).toBe(true);
      }
    }
  });

  it('hold for a large policy too', () => {
    const weights = Array.from({ length: 60 }, (_, i) => 10n ** 20n + BigInt(i * i));
    const ranks = weights.map((_, i) => Math.floor(i / 3));
    const level = new BestOfN(FinitePolicy.fromRanked(weights, ranks), 500);
    const order = new BestOfN(FinitePolicy.fromRanked(weights, ranks, { ties: 'order' }), 500);
    expect(compare(order.kl, level.kl).order).toBe('greater');
    expect(order.winRate.enclose(30).overlaps(level.winRate.enclose(30))).toBe(true);
  });
});

describe('ties broken at random', () => {
  it('are the policy of its levels: KL, gap and win rate do not see the outcomes', () => {
    const tied = new BestOfN(FinitePolicy.fromRanked([1n, 2n, 3n, 4n], [0, 1, 1, 2]), 3);
    const levels = new BestOfN(FinitePolicy.fromWeights([1n, 5n, 4n]), 3);
    for (const quantity of ['kl', 'gap', 'gapByParts', 'winRate', 'bestAtomGap', 'estimatorBest'] as const) {
      expect(tied[quantity].exact?.toString()).toBe(levels[quantity].exact?.toString());
    }
    expect(tied.renyi(2).exact?.toString()).toBe(levels.renyi(2).exact?.toString());
  });

  it('share a level’s probability in proportion to the weights', () => {
    const shared = exactPmf(FinitePolicy.fromRanked([1n, 2n, 3n, 4n], [0, 1, 1, 2]), 3);
    const [, middle = Rational.ZERO] = exactPmf(FinitePolicy.fromWeights([1n, 5n, 4n]), 3);
    expect(shared[1]?.equals(middle.mul(Rational.of(2, 5)))).toBe(true);
    expect(shared[2]?.equals(middle.mul(Rational.of(3, 5)))).toBe(true);
  });

  it('raise the estimator’s mean, which takes each outcome’s own mass', () => {
    const tied = new BestOfN(FinitePolicy.fromRanked([1n, 2n, 3n, 4n], [0, 1, 1, 2]), 3);
    const levels = new BestOfN(FinitePolicy.fromWeights([1n, 5n, 4n]), 3);
    expect(compare(tied.estimatorMean, levels.estimatorMean).order).toBe('greater');
  });
});
