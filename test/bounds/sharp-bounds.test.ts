import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import {
  cubicConstant,
  cubicGapBound,
  cubicGapBoundAtTwo,
  halfGapBound,
  weightedCubicGapBound,
} from '../../src/bounds/gap-bounds.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { sumOfLocalGaps, sumOfSomeLocalGaps, topGap } from '../../src/quantities/local-gap.ts';
import { trapezoidError, winRate, winRateCubicBound } from '../../src/quantities/win-rate.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';

// Masses 1/6, 1/3, 1/2: Σ p² = 14/36, Σ p³ = 36/216.
const policy = FinitePolicy.fromWeights([1n, 2n, 3n]);
const law = (n: number): Law<Rational, ReturnType<typeof exactField.log>> => new Law(exactField, policy, bestOf(n));

describe('bounds of the gap', () => {
  it('have the values of a hand computation for weights 1,2,3', () => {
    expect(halfGapBound(policy, 4).reduced().toString()).toBe('7/3');
    expect(cubicConstant(5).reduced().toString()).toBe('10/3');
    expect(cubicGapBound(policy, 5).reduced().toString()).toBe('5/9');
    // 10/3·(1/36·1/216 + 1/4·8/216 + 27/216)
    expect(weightedCubicGapBound(law(5)).toString()).toBe('5225/11664');
    // (log 2 − 1/2)(1/36 + 2/27 + 1/8)
    expect(cubicGapBoundAtTwo(law(2)).toString()).toBe('49/216*log(2) - 49/432');
  });

  it('look at atoms and not at continuous parts', () => {
    const mixed = new Law(exactField, FinitePolicy.fromWeights([1n, 2n, 3n], { continuousParts: [1] }), bestOf(3));
    expect(weightedCubicGapBound(mixed).toString()).toBe('7/108');
    expect(cubicGapBound(mixed.policy, 3).reduced().toString()).toBe('7/108');
  });

  it('divide by powers of F below n = 3', () => {
    // 1/12·(1/36 + 2/27 + 1/8)
    expect(weightedCubicGapBound(law(2)).toString()).toBe('49/2592');
  });
});

describe('the sum of some local gaps', () => {
  it('is γ of the best atom where only that is wanted, and adds up', () => {
    const best = sumOfSomeLocalGaps(law(3), (i) => i === 2);
    const rest = sumOfSomeLocalGaps(law(3), (i) => i < 2);
    expect(best.sub(topGap(exactField, Rational.of(1, 2), 3)).isZero()).toBe(true);
    expect(
      best
        .add(rest)
        .sub(sumOfLocalGaps(law(3)))
        .isZero(),
    ).toBe(true);
    expect(rest.sign()).toBe(1);
  });
});

describe('the gap of the win rate', () => {
  it('is the sum of the trapezoids’ errors', () => {
    for (const n of [1, 2, 5]) {
      const ends = [0, 1, 3, 6].map((c) => Rational.of(c, 6));
      const errors = ends.slice(1).map((b, i) => trapezoidError(exactField, ends[i] as Rational, b, n));
      const sum = errors.reduce((x, y) => x.add(y));
      expect(
        Rational.of(n, n + 1)
          .sub(winRate(law(n)))
          .equals(sum),
      ).toBe(true);
    }
  });

  it('is n(n−1)/12 Σ p³ for two draws', () => {
    expect(winRateCubicBound(policy, 2).reduced().toString()).toBe('1/36');
    expect(
      Rational.of(2, 3)
        .sub(winRate(law(2)))
        .equals(Rational.of(1, 36)),
    ).toBe(true);
    expect(winRateCubicBound(policy, 5).reduced().toString()).toBe('5/18');
  });
});
