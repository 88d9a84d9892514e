import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { InputError } from '../../src/policy/errors.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import {
  acceptedMass,
  rewindKl,
  rewindKlByTerms,
  rewindLaw,
  rewindLawAfter,
  rewindWinRate,
  rewindWinRateByTerms,
} from '../../src/selection/rewind.ts';

const options = { seed: 1, numRuns: 100 };
const instance = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 })
  .chain((weights) => fc.tuple(fc.constant(weights), fc.nat(weights.length - 1)))
  .map(([weights, k]) => ({ policy: FinitePolicy.fromWeights(weights.map(BigInt)), k }));

describe('rewind-and-repeat', () => {
  const policy = FinitePolicy.fromWeights([1n, 2n, 3n]);

  it('has the values of a hand computation for weights 1,2,3 with the worst refused', () => {
    expect(rewindLaw(exactField, policy, 1).map(String)).toEqual(['0', '2/5', '3/5']);
    expect(rewindLawAfter(exactField, policy, 1, 2).map(String)).toEqual(['0', '7/18', '7/12']);
    expect(rewindKl(exactField, policy, 1).toString()).toBe('-log(5) + log(3) + log(2)');
    expect(rewindWinRate(policy, 1).toString()).toBe('7/12');
  });

  it('is the reference where nothing is refused', () => {
    expect(rewindLaw(exactField, policy, 0).map(String)).toEqual(['1/6', '1/3', '1/2']);
    expect(rewindKl(exactField, policy, 0).isZero()).toBe(true);
    expect(rewindWinRate(policy, 0).toString()).toBe('1/2');
  });

  it('has the KL and the win rate of its law, exactly', () => {
    fc.assert(
      fc.property(instance, ({ policy, k }) => {
        expect(
          rewindKlByTerms(exactField, policy, k)
            .sub(rewindKl(exactField, policy, k))
            .isZero(),
        ).toBe(true);
        expect(rewindWinRateByTerms(exactField, policy, k).equals(rewindWinRate(policy, k))).toBe(true);
      }),
      options,
    );
  });

  it('has the law of drawing again and again, at most t times', () => {
    fc.assert(
      fc.property(instance, fc.nat(5), ({ policy, k }, t) => {
        // One draw more: accepted before, or refused so far and accepted now.
        let before = policy.atoms.map(() => Rational.ZERO);
        let refused = Rational.ONE;
        for (let draw = 0; draw < t; draw += 1) {
          before = before.map((p, i) => (i < k ? p : p.add(refused.mul(policy.mass(i)))));
          refused = refused.mul(Rational.ONE.sub(acceptedMass(policy, k)));
        }
        const law = rewindLawAfter(exactField, policy, k, t);
        expect(law.map(String)).toEqual(before.map(String));
      }),
      options,
    );
  });

  it('is the same in intervals', () => {
    const field = intervals(30);
    expect(rewindKl(field, policy, 1).overlaps(rewindKl(exactField, policy, 1).enclose(40))).toBe(true);
    expect(rewindKlByTerms(field, policy, 1).overlaps(rewindKl(exactField, policy, 1).enclose(40))).toBe(true);
    expect(rewindWinRateByTerms(field, policy, 1).overlaps(field.rational(Rational.of(7, 12)))).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('does not end after %d draws', (t) => {
    expect(() => rewindLawAfter(exactField, policy, 1, t)).toThrow(
      new InputError(`the number of draws t must be an integer from 0 on, not ${t}`),
    );
  });

  it('accepts nothing within 0 draws', () => {
    expect(rewindLawAfter(exactField, policy, 1, 0).map(String)).toEqual(['0', '0', '0']);
  });

  it.each([-1, 3, 0.5, Number.NaN])('refuses no %d atoms', (k) => {
    for (const of of [rewindWinRate, acceptedMass]) expect(() => of(policy, k)).toThrow(InputError);
    expect(() => rewindLaw(exactField, policy, k)).toThrow(
      `the number of refused atoms must be an integer from 0 to 2, not ${k}`,
    );
  });
});
