import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { gapUpperBound } from '../../src/bounds/gap-bounds.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { winRateBound, winRateGapBound } from '../../src/quantities/win-rate.ts';

const text = (value: Real): string | undefined => value.exact?.toString();
const of = (weights: bigint[], n: number): BestOfN => new BestOfN(FinitePolicy.fromWeights(weights), n);

describe('quantities have the values of a hand computation', () => {
  it('for two equal outcomes at n = 2', () => {
    const q = of([1n, 1n], 2);
    expect(text(q.kl)).toBe('3/4*log(3) - log(2)');
    expect(text(q.winRate)).toBe('5/8');
    expect(text(q.winRateBound)).toBe('2/3');
    expect(text(q.atomlessKl)).toBe('log(2) - 1/2');
    expect(text(q.gap)).toBe('-3/4*log(3) + 2*log(2) - 1/2');
    expect(text(q.estimatorBest)).toBe('3/4*log(3) - 3/4*log(2) - 1/8');
    expect(text(q.estimatorMean)).toBe('3/4*log(3) - 3/4*log(2) - 1/8');
    expect(text(q.bestAtomGap)).toBe('-3/4*log(3) + 7/4*log(2) - 3/8');
    expect(text(q.renyi(2))).toBe('log(2)');
    expect(text(q.renyi(3))).toBe('log(2)');
  });

  it('for weights 2,1,1,1 at n = 2', () => {
    const q = of([2n, 1n, 1n, 1n], 2);
    expect(text(q.winRate)).toBe('163/250');
    expect(text(q.kl)).toBe('7/25*log(7) - 4/5*log(5) + 18/25*log(3) + 4/25*log(2)');
    expect(text(q.renyi(2))).toBe('-log(7) + 2*log(5)');
    expect(text(q.renyi(3))).toBe('-1/2*log(11) + 3/2*log(5)');
  });

  it.each([
    [3, '7/8*log(7) - 2*log(2)'],
    [5, '31/32*log(31) - 4*log(2)'],
    [7, '127/128*log(127) - 6*log(2)'],
  ])('for two equal outcomes at n = %i, where KL is log 2 less the entropy of a coin of bias 2^−n', (n, kl) => {
    expect(text(of([1n, 1n], n).kl)).toBe(kl);
  });

  it('for one outcome, where only the formula is not trivial', () => {
    const q = of([1n], 3);
    expect([q.kl, q.winRate, q.estimatorMean, q.estimatorBest, q.renyi(2)].map(text)).toEqual([
      '0',
      '1/2',
      '0',
      '0',
      '0',
    ]);
    expect([q.atomlessKl, q.gap, q.gapByParts, q.bestAtomGap].map(text)).toEqual(Array(4).fill('log(3) - 2/3'));
  });
});

describe('bounds have the values of a hand computation', () => {
  const policy = FinitePolicy.fromWeights([2n, 1n, 1n]);

  it('Σ p^α', () => {
    expect([2, 3, 4].map((alpha) => powerSum(policy, alpha).toString())).toEqual(['3/8', '5/32', '9/128']);
    expect(powerSum(FinitePolicy.fromRanked([2n, 1n, 1n], [0, 1, 1]), 2).toString()).toBe('1/2');
  });

  it.each([1, 0, -2, 2.5, Number.NaN])('Σ p^α refuses α = %s', (alpha) => {
    expect(() => powerSum(policy, alpha)).toThrow(DomainError);
    expect(() => powerSum(policy, alpha)).toThrow(`the order must be an integer from 2 to 10000, not ${alpha}`);
  });

  it('2n(n−1) Σ p², n/(n+1) and (n−1)/2 Σ p²', () => {
    expect([1, 2, 5].map((n) => gapUpperBound(policy, n).toString())).toEqual(['0', '3/2', '15']);
    expect([1, 2, 5].map((n) => winRateBound(n).toString())).toEqual(['1/2', '2/3', '5/6']);
    expect([1, 2, 5].map((n) => winRateGapBound(policy, n).toString())).toEqual(['0', '3/16', '3/4']);
  });

  it('2n(n−1) is exact where doubles are not', () => {
    const n = 999_999_999;
    const one = FinitePolicy.fromWeights([1n]);
    expect(gapUpperBound(one, n).equals(Rational.of(2n * 999_999_999n * 999_999_998n))).toBe(true);
  });
});

describe('quantities are worked out once', () => {
  it('and kept', () => {
    const q = of([1n, 2n], 3);
    expect(q.kl).toBe(q.kl);
    expect(q.gap).toBe(q.gap);
    expect(q.estimatorAt(Rational.of(1, 3))).toBe(q.estimatorAt(Rational.of(2, 6)));
    expect(q.renyi(2)).not.toBe(q.renyi(3));
    expect(q.estimatorAt(Rational.of(1, 3))).not.toBe(q.estimatorAt(Rational.of(2, 3)));
    expect(q.topGapAt(Rational.of(1, 3))).not.toBe(q.estimatorAt(Rational.of(1, 3)));
  });
});
