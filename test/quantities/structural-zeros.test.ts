import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { EXACT_OPERAND_BITS, EXACT_TOTAL_BITS } from '../../src/quantities/size-rule.ts';
import { uniform } from '../policy/small-policies.ts';

const BILLION = 1_000_000_000;
const huge = FinitePolicy.fromWeights(Array.from({ length: 200 }, (_, i) => 10n ** 300n + BigInt(i)));

function isExactZero(value: Real): boolean {
  return value.exact?.isZero() === true && value.rational?.sign() === 0 && value.enclose(40).toString() === '[0, 0]';
}

describe('numbers that are 0 by structure are exact zeros at any size', () => {
  it('at n = 1: everything but the win rate and the entropies', () => {
    const q = new BestOfN(huge, 1);
    expect([q.isTrivial, q.hasExactForms]).toEqual([true, false]);
    const zeros = [q.kl, q.atomlessKl, q.gap, q.gapByParts, q.bestAtomGap, q.estimatorMean, q.estimatorBest];
    expect(zeros.map(isExactZero)).toEqual(zeros.map(() => true));
    expect(isExactZero(q.estimatorAt(Rational.of(1n, 10n ** 300n)))).toBe(true);
    expect(q.winRate.rational?.toString()).toBe('1/2');
    expect(q.renyi(2).enclose(20).lo.gt(5)).toBe(true);
  });

  it.each([2, BILLION])('for one atom at n = %i: KL, estimators and entropies, and the gap is the formula', (n) => {
    const q = new BestOfN(FinitePolicy.fromWeights([7n]), n);
    expect(q.isTrivial).toBe(true);
    const zeros = [q.kl, q.estimatorMean, q.estimatorBest, q.renyi(2), q.renyi(5)];
    expect(zeros.map(isExactZero)).toEqual(zeros.map(() => true));
    expect(q.winRate.rational?.toString()).toBe('1/2');
    expect(q.gap.exact?.toString()).toBe(q.atomlessKl.exact?.toString());
    expect(q.bestAtomGap.enclose(30).overlaps(q.atomlessKl.enclose(30))).toBe(true);
  });

  it('for outcomes that all tie: the same, though the estimator sees their own masses', () => {
    const q = new BestOfN(FinitePolicy.fromRanked([1n, 2n, 3n], [5, 5, 5]), BILLION);
    const zeros = [q.kl, q.estimatorBest, q.renyi(2)];
    expect(zeros.map(isExactZero)).toEqual([true, true, true]);
    expect(q.winRate.rational?.toString()).toBe('1/2');
    expect(q.estimatorMean.enclose(20).lo.gt(0)).toBe(true);
  });

  it('outcomes that all tie, by order: only the win rate is trivial', () => {
    const q = new BestOfN(FinitePolicy.fromRanked([1n, 1n], [0, 0], { ties: 'order' }), 2);
    expect(q.isTrivial).toBe(false);
    expect(q.winRate.rational?.toString()).toBe('1/2');
    expect(q.kl.exact?.toString()).toBe('3/4*log(3) - log(2)');
  });

  it('for the estimator at mass 1', () => {
    const q = new BestOfN(huge, BILLION);
    expect(isExactZero(q.estimatorAt(Rational.ONE))).toBe(true);
    expect(isExactZero(q.estimatorAt(Rational.of(3, 3)))).toBe(true);
  });
});

describe('exact forms follow the size rule', () => {
  it('total^n may have as many bits as one operand is allowed', () => {
    // A total of 3 has 2 bits.
    const policy = FinitePolicy.fromWeights([1n, 2n]);
    const n = EXACT_OPERAND_BITS / 2;
    expect([new BestOfN(policy, n).hasExactForms, new BestOfN(policy, n + 1).hasExactForms]).toEqual([true, false]);
    expect(new BestOfN(policy, n + 1).kl.exact).toBeNull();
    expect(new BestOfN(policy, n + 1).winRate.exact).toBeNull();
    expect(new BestOfN(policy, n + 1).gap.exact).toBeNull();
    expect(new BestOfN(policy, n + 1).atomlessKl.exact).not.toBeNull();
  });

  it('and all outcomes together as many as all operands are', () => {
    // Totals of 513 to 1023 have 10 bits.
    const K = 1000;
    const n = EXACT_TOTAL_BITS / 10 / K;
    expect([new BestOfN(uniform(K), n).hasExactForms, new BestOfN(uniform(K), n + 1).hasExactForms]).toEqual([
      true,
      false,
    ]);
  });
});
