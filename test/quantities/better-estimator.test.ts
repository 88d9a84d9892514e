import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import {
  betterEstimator,
  betterEstimatorMean,
  unbiasedEstimates,
  unbiasedMean,
  unbiasedVariance,
} from '../../src/quantities/better-estimator.ts';
import { kl } from '../../src/quantities/kl.ts';
import { topGap } from '../../src/quantities/local-gap.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { analyticalFormula } from '../../src/selection/formula.ts';
import { Law } from '../../src/selection/law.ts';

const options = { seed: 1, numRuns: 60 };
const draws = fc.integer({ min: 1, max: 9 });
const policies = fc
  .array(fc.bigInt({ min: 1n, max: 20n }), { minLength: 1, maxLength: 5 })
  .map((weights) => FinitePolicy.fromWeights(weights));
const halves = FinitePolicy.fromWeights([1n, 1n]);

describe('the better estimator', () => {
  it('has the values of a hand computation at mass 1/2', () => {
    const half = Rational.of(1, 2);
    // log(3/2) + (1/4)(−log 2)/(3/4), and log(7/4) + 2(1/8)(−log 2)/(7/8)
    expect(betterEstimator(exactField, 2)(half).toString()).toBe('log(3) - 4/3*log(2)');
    expect(betterEstimator(exactField, 3)(half).toString()).toBe('log(7) - 16/7*log(2)');
    expect(betterEstimator(exactField, 5)(Rational.ONE).isZero()).toBe(true);
    expect(betterEstimator(exactField, 1)(half).isZero()).toBe(true);
  });

  it('is D̃_n − γ(ε)/(1 − (1−ε)^n), exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), draws, (num, rest, n) => {
        const mass = Rational.of(num, num + rest);
        const seen = Rational.ONE.sub(Rational.ONE.sub(mass).pow(n));
        const other = analyticalFormula(exactField, n).sub(topGap(exactField, mass, n).scale(Rational.ONE.div(seen)));
        expect(betterEstimator(exactField, n)(mass).sub(other).isZero()).toBe(true);
      }),
      options,
    );
  });

  it('keeps its precision at a tiny mass', () => {
    const field = intervals(120);
    const tiny = betterEstimator(field, 7)(Rational.of(1n, 10n ** 20n));
    // β(ε) ≈ (n−1)²ε²/24
    const rest = field.sub(analyticalFormula(field, 7), tiny);
    expect(rest.lo.gt('1.499999e-40') && rest.hi.lt('1.500001e-40')).toBe(true);
  });

  it('has the mean of the page’s example: two equal outcomes at n = 2', () => {
    const mean = betterEstimatorMean(new Law(exactField, halves, bestOf(2)));
    expect(mean.toString()).toBe('log(3) - 4/3*log(2)');
    expect(mean.enclose(9).lo.toFixed(6, 1)).toBe('0.174416');
  });

  it('takes each outcome’s own mass where rewards tie, and D̃_n on a continuous part', () => {
    const tied = new Law(exactField, FinitePolicy.fromRanked([1n, 1n, 2n], [0, 1, 1]), bestOf(2));
    const [quarter, half] = [1, 2].map((num) => betterEstimator(exactField, 2)(Rational.of(num, 4)));
    // π = 1/16 for the worst; 15/16 for the level, of which a third and two thirds.
    const byHand = quarter
      ?.scale(Rational.of(6, 16))
      .add((half as NonNullable<typeof half>).scale(Rational.of(10, 16)));
    expect(
      betterEstimatorMean(tied)
        .sub(byHand as NonNullable<typeof byHand>)
        .isZero(),
    ).toBe(true);
    const mixed = FinitePolicy.fromWeights([1n, 1n], { continuousParts: [0] });
    const expected = analyticalFormula(exactField, 2)
      .scale(Rational.of(1, 4))
      .add((half as NonNullable<typeof half>).scale(Rational.of(3, 4)));
    expect(
      betterEstimatorMean(new Law(exactField, mixed, bestOf(2)))
        .sub(expected)
        .isZero(),
    ).toBe(true);
  });
});

describe('the unbiased estimator', () => {
  it('is 0 at the lowest atom and looks at p/F at the others', () => {
    const [first, second] = unbiasedEstimates(exactField, FinitePolicy.fromWeights([2n, 1n, 3n]), 3);
    expect(first?.isZero()).toBe(true);
    expect(second?.toString()).toBe(betterEstimator(exactField, 3)(Rational.of(1, 3)).toString());
  });

  it('has the KL as its mean, exactly', () => {
    fc.assert(
      fc.property(policies, draws, (policy, n) => {
        const law = new Law(exactField, policy, bestOf(n));
        expect(unbiasedMean(law).sub(kl(law)).isZero()).toBe(true);
      }),
      options,
    );
  });

  it('has the variance of a hand computation: of two values, π(1−π)(X_2 − X_1)²', () => {
    const field = intervals(40);
    const found = unbiasedVariance(new Law(field, halves, bestOf(2)));
    const second = betterEstimator(field, 2)(Rational.of(1, 2));
    const byHand = field.mul(field.rational(Rational.of(3, 16)), field.mul(second, second));
    expect(found.overlaps(byHand)).toBe(true);
    expect(found.hi.minus(found.lo).lt('1e-35')).toBe(true);
  });
});
