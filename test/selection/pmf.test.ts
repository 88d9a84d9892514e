import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { runningBest } from '../../src/selection/oracles/running-best.ts';
import { exactPmf, pmf } from '../../src/selection/pmf.ts';
import { holds, relativeWidth } from '../arithmetic/exact.ts';
import { named, smallPolicies } from '../policy/small-policies.ts';

describe('the exact PMF', () => {
  it('sums to 1 and is what composing draws gives, at numbers of draws that cannot be listed', () => {
    const policy = FinitePolicy.fromWeights([3n, 1n, 4n, 1n, 5n, 9n, 2n, 6n]);
    for (const n of [17, 64, 500]) {
      const whole = policy.total ** BigInt(n);
      const law = exactPmf(policy, n);
      expect(law.map(String)).toEqual(runningBest(policy, n).map((weight) => Rational.of(weight, whole).toString()));
      expect(law.reduce((a, b) => a.add(b), Rational.ZERO).toString()).toBe('1');
    }
  });

  it('is refused at an n beside an integer', () => {
    const beside = Rational.of(3n * 2n ** 55n + 1n, 2n ** 55n);
    expect(() => exactPmf(FinitePolicy.fromWeights([1n, 2n]), beside)).toThrow('n must be an integer');
  });

  it('is refused where it would have more than 10^8 bits', () => {
    const [one, two] = [FinitePolicy.fromWeights([1n]), FinitePolicy.fromWeights([1n, 1n])];
    expect(exactPmf(one, 10 ** 8).map(String)).toEqual(['1']);
    expect(() => exactPmf(one, 10 ** 8 + 1)).toThrow(
      'at n = 100000001 the exact probabilities have more than 100000000 bits; pmf encloses them',
    );
    expect(() => exactPmf(two, 5 * 10 ** 7 + 1)).toThrow('bits; pmf encloses them');
  });

  it('is the reference itself at n = 1', () => {
    for (const ties of ['level', 'order'] as const) {
      for (const policy of smallPolicies(5, ties)) {
        const masses = policy.weights.map((weight) => Rational.of(weight, policy.total).toString());
        expect(exactPmf(policy, 1).map(String)).toEqual(masses);
      }
    }
  });
});

describe('the enclosed PMF', () => {
  it('holds the exact one, to relative precision, for every small policy', () => {
    for (const ties of ['level', 'order'] as const) {
      for (const policy of smallPolicies(4, ties)) {
        for (const n of [1, 2, 5, 300]) {
          const exact = exactPmf(policy, n);
          for (const [y, probability] of pmf(policy, n, false).entries()) {
            const enclosure = probability.enclose(20);
            expect(holds(enclosure, exact[y] ?? Rational.ZERO), named(policy, n)).toBe(true);
            expect(relativeWidth(enclosure).lte('1e-18'), named(policy, n)).toBe(true);
          }
        }
      }
    }
  });

  it('keeps relative precision where neighbours differ by 10^−30 and n = 10^9', () => {
    const policy = FinitePolicy.fromWeights([10n ** 30n, 1n, 10n ** 30n, 1n]);
    for (const probability of pmf(policy, 1_000_000_000, false)) {
      expect(probability.enclose(30).lo.gt(0)).toBe(true);
      expect(relativeWidth(probability.enclose(30)).lte('1e-25')).toBe(true);
    }
  });

  it('has exact forms where they were asked for', () => {
    const policy = FinitePolicy.fromRanked([1n, 1n, 2n], [0, 1, 1]);
    expect(pmf(policy, 2, true).map(({ exact }) => exact?.toString())).toEqual(['1/16', '5/16', '5/8']);
    expect(pmf(policy, 2, false).map(({ exact }) => exact)).toEqual([null, null, null]);
  });
});
