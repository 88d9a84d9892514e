import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { enumerate } from '../../src/selection/oracles/enumerate.ts';
import { runningBest } from '../../src/selection/oracles/running-best.ts';
import { named, smallPolicies } from '../policy/small-policies.ts';

describe('runningBest', () => {
  it.each(['level', 'order'] as const)(
    'is what enumeration finds, for every policy of total ≤ 6 and n ≤ 4 under %s',
    (ties) => {
      for (const policy of smallPolicies(6, ties)) {
        for (let n = 1; n <= 4; n += 1) {
          const whole = policy.total ** BigInt(n);
          const atoms = policy.atoms.map(() => Rational.ZERO);
          for (const [y, probability] of enumerate(policy, n).pmf.entries()) {
            const atom = policy.atomOf(y);
            atoms[atom] = (atoms[atom] as Rational).add(probability);
          }
          const composed = runningBest(policy, n).map((weight) => Rational.of(weight, whole));
          expect(composed.map(String), named(policy, n)).toEqual(atoms.map(String));
        }
      }
    },
  );

  it('sums to total^n, whatever the binary digits of n', () => {
    const policy = FinitePolicy.fromWeights([3n, 1n, 4n, 1n, 5n]);
    for (let n = 1; n <= 70; n += 1) {
      expect(sumOf(runningBest(policy, n))).toBe(14n ** BigInt(n));
    }
  });

  it('is the difference of powers of the cumulative weights', () => {
    const policy = FinitePolicy.fromWeights([3n, 1n, 4n]);
    expect(runningBest(policy, 100)).toEqual([3n ** 100n, 4n ** 100n - 3n ** 100n, 8n ** 100n - 4n ** 100n]);
  });

  it('leaves the policy as it was', () => {
    const policy = FinitePolicy.fromWeights([1n, 2n]);
    runningBest(policy, 1).push(9n);
    expect(policy.atoms).toEqual([1n, 2n]);
  });

  it('refuses what is no number of draws', () => {
    expect(() => runningBest(FinitePolicy.fromWeights([1n]), 0)).toThrow(InputError);
  });
});
