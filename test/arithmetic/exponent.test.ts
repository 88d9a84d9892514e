import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { checkExponent, type Exponent, integerExponent } from '../../src/arithmetic/exponent.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

describe('an exponent is exact', () => {
  it('integers come as numbers, in any form, and fractions in lowest terms', () => {
    expect([0n, 7n, Rational.of(3), Rational.of(6, 2), 2n ** 53n - 1n].map(checkExponent)).toEqual([
      0,
      7,
      3,
      3,
      2 ** 53 - 1,
    ]);
    expect(String(checkExponent(Rational.of(6, 4)))).toBe('3/2');
    expect(integerExponent(Rational.of(8, 4))).toBe(2);
  });

  it.each<[string, Exponent]>([
    ['a negative integer', -1n],
    ['a negative fraction', Rational.of(-1, 3)],
    ['a negative integer as a fraction', Rational.of(-6, 3)],
    ['2^53', 2n ** 53n],
    ['2^53 as a fraction', Rational.of(2n ** 54n, 2n)],
  ])('%s is refused', (_, exponent) => {
    expect(() => checkExponent(exponent)).toThrow(DomainError);
  });

  it('a fraction is refused where there are no roots', () => {
    expect(() => exactField.pow(Rational.of(2), Rational.of(1, 2))).toThrow('needs an integer exponent, not 1/2');
  });

  it.each([2, 2.5, Number.NaN])('the double %s is refused by every field, with the reason', (double) => {
    const exponent = double as unknown as Exponent;
    const fixed = new FixedField(64);
    for (const power of [
      () => exactField.pow(Rational.of(2), exponent),
      () => fixed.pow(fixed.rational(Rational.of(2)), exponent),
      () => intervals(20).pow(intervals(20).integer(2), exponent),
    ]) {
      expect(power).toThrow(DomainError);
      expect(power).toThrow(`a Rational or a bigint, which are exact, not the number ${double}`);
    }
  });
});
