import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { klToFewer } from '../../src/quantities/growth.ts';
import { kl } from '../../src/quantities/kl.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { likelihoodFactor, logLikelihoodRatio } from '../../src/selection/likelihood.ts';
import { exactPmf } from '../../src/selection/pmf.ts';

const options = { seed: 1, numRuns: 60 };
const draws = fc.integer({ min: 1, max: 8 });
const policies = fc
  .array(fc.bigInt({ min: 1n, max: 20n }), { minLength: 1, maxLength: 5 })
  .map((weights) => FinitePolicy.fromWeights(weights));

const exact = (policy: FinitePolicy, n: number, k: number): LogForm =>
  klToFewer(new Law(exactField, policy, bestOf(n)), k);

describe('the KL from more draws to fewer', () => {
  it('is the definition’s sum, exactly', () => {
    fc.assert(
      fc.property(policies, draws, draws, (policy, n, k) => {
        const fewer = exactPmf(policy, k);
        const sum = exactPmf(policy, n).reduce(
          (total, won, y) => total.add(LogForm.log(won.div(fewer[y] as Rational)).scale(won)),
          LogForm.ZERO,
        );
        expect(exact(policy, n, k).sub(sum).isZero()).toBe(true);
      }),
      options,
    );
  });

  it('is the KL itself from one draw, and 0 from as many', () => {
    const policy = FinitePolicy.fromWeights([3n, 1n, 2n]);
    expect(
      exact(policy, 4, 1)
        .sub(kl(new Law(exactField, policy, bestOf(4))))
        .isZero(),
    ).toBe(true);
    expect(exact(policy, 4, 4).isZero()).toBe(true);
  });

  it('is log(n/k) + k/n − 1 without atoms, and so over several continuous parts', () => {
    const expected = LogForm.log(Rational.of(3)).add(LogForm.rational(Rational.of(-2, 3)));
    for (const weights of [[1n], [1n, 2n, 5n]]) {
      const policy = FinitePolicy.fromWeights(weights, { continuousParts: weights.map((_, i) => i) });
      expect(exact(policy, 6, 2).sub(expected).isZero()).toBe(true);
    }
  });

  it('is enclosed where the fewer draws leave next to nothing', () => {
    const field = intervals(60);
    const policy = FinitePolicy.fromWeights([1n, 10n ** 40n]);
    const { lo, hi } = klToFewer(new Law(field, policy, bestOf(2000)), 1000);
    expect(lo.gt('-1e-50') && hi.lt('1e-30')).toBe(true);
  });
});

describe('the likelihood ratio', () => {
  it('is F^(n−1) times a sum of powers of F_{i−1}/F_i', () => {
    const policy = FinitePolicy.fromWeights([1n, 2n, 3n]);
    expect(likelihoodFactor(exactField, policy, 3, 0).toString()).toBe('1');
    // 1 + 1/3 + 1/9, and 1 + 1/2 + 1/4
    expect(likelihoodFactor(exactField, policy, 3, 1).reduced().toString()).toBe('13/9');
    expect(likelihoodFactor(exactField, policy, 3, 2).reduced().toString()).toBe('7/4');
  });

  it('has the logarithm of π/p, exactly', () => {
    fc.assert(
      fc.property(policies, draws, (policy, n) => {
        for (const [i, won] of exactPmf(policy, n).entries()) {
          const ratio = LogForm.log(won.div(policy.mass(i)));
          expect(logLikelihoodRatio(exactField, policy, n, i).sub(ratio).isZero()).toBe(true);
        }
      }),
      options,
    );
  });
});
