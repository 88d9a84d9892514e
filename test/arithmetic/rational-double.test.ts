import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { SEED } from './arbitraries.ts';

const text = (value: number): string => Rational.fromDouble(value).toString();

describe('Rational.fromDouble', () => {
  it('is the exact binary value, so that 0.1 is not 1/10', () => {
    expect(text(0.1)).toBe('3602879701896397/36028797018963968');
    expect(Rational.fromDouble(0.1).equals(Rational.parse('0.1'))).toBe(false);
  });

  it('is plain for integers and halves', () => {
    expect([0, -0, 1, -1, 0.5, -2.75, 2 ** 53].map(text)).toEqual([
      '0',
      '0',
      '1',
      '-1',
      '1/2',
      '-11/4',
      '9007199254740992',
    ]);
  });

  it('takes the smallest subnormal, the largest subnormal and the smallest normal number for what they are', () => {
    const smallest = Rational.of(1n, 1n << 1074n);
    expect(Rational.fromDouble(Number.MIN_VALUE).equals(smallest)).toBe(true);
    expect(Rational.fromDouble(-Number.MIN_VALUE).equals(smallest.neg())).toBe(true);
    const normal = Rational.of(1n, 1n << 1022n);
    expect(Rational.fromDouble(2 ** -1022).equals(normal)).toBe(true);
    expect(Rational.fromDouble(2 ** -1022 - 2 ** -1074).equals(normal.sub(smallest))).toBe(true);
  });

  it('takes the largest double for what it is', () => {
    expect(Rational.fromDouble(Number.MAX_VALUE).num).toBe((1n << 1024n) - (1n << 971n));
    expect(Rational.fromDouble(Number.MAX_VALUE).den).toBe(1n);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %s', (value) => {
    expect(() => Rational.fromDouble(value)).toThrow(DomainError);
    expect(() => Rational.fromDouble(value)).toThrow(`${value} is not a finite number`);
  });

  it('has a power of two as denominator and at most 53 bits before it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { num, den } = Rational.fromDouble(value);
        expect(den & (den - 1n)).toBe(0n);
        expect(Math.sign(Number(num))).toBe(value === 0 ? 0 : Math.sign(value));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('agrees with the double as printed by toFixed, which is exact for up to 100 places', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), fc.integer({ min: 0, max: 60 }), (top, shift) => {
        const value = top * 2 ** -shift;
        expect(Rational.fromDouble(value).equals(Rational.parse(value.toFixed(100)))).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
