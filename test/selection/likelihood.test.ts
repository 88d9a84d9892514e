import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { likelihoodFactor, logLikelihoodRatio } from '../../src/selection/likelihood.ts';
import { exactPmf } from '../../src/selection/pmf.ts';
import { smallUntied } from '../policy/small-policies.ts';

describe('the likelihood ratio of an atom', () => {
  it('is that of its probabilities, for every small policy', () => {
    for (const policy of smallUntied(5)) {
      for (const n of [1, 2, 3, 5]) {
        for (const [i, probability] of exactPmf(policy, n).entries()) {
          const ratio = probability.div(policy.mass(i));
          const head = policy.cdf(i + 1).pow(n - 1);
          expect(likelihoodFactor(exactField, policy, n, i).equals(ratio.div(head))).toBe(true);
          const log = logLikelihoodRatio(exactField, policy, n, i);
          expect(log.sub(LogForm.log(ratio)).isZero()).toBe(true);
        }
      }
    }
  });

  it('has the factor 1 + r + … + r^(n−1)', () => {
    const policy = FinitePolicy.fromWeights([1n, 1n, 2n]);
    const factors = [0, 1, 2].map((i) => likelihoodFactor(exactField, policy, 3, i).reduced().toString());
    expect(factors).toEqual(['1', '7/4', '7/4']);
    expect(logLikelihoodRatio(exactField, policy, 3, 2).toString()).toBe(LogForm.log(Rational.of(7, 4)).toString());
  });

  it.each([-1, 2, 0.5])('is of an atom: not of number %d', (i) => {
    const policy = FinitePolicy.fromWeights([1n, 1n]);
    expect(() => likelihoodFactor(exactField, policy, 3, i)).toThrow('the index of an atom');
    expect(() => logLikelihoodRatio(exactField, policy, 3, i)).toThrow('the index of an atom');
  });
});
