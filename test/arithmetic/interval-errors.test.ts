import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { Interval } from '../../src/arithmetic/interval.ts';
import { IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { decimal, interval } from './exact.ts';

const field = intervals(20);

describe('an Interval is never', () => {
  it('reversed', () => {
    expect(() => interval('2', '1')).toThrow(DomainError);
    expect(() => interval('2', '1')).toThrow('[2, 1] is not an interval');
  });

  it.each([
    ['NaN', '1'],
    ['1', 'NaN'],
    ['-Infinity', '0'],
    ['0', 'Infinity'],
  ])('made of ends that are not finite: [%s, %s]', (lo, hi) => {
    expect(() => interval(lo, hi)).toThrow(DomainError);
  });
});

describe('operations outside their domain are named errors', () => {
  it.each([
    ['0', '0'],
    ['-1', '1'],
    ['0', '1'],
    ['-1', '0'],
    ['-0', '1'],
  ])('division by [%s, %s]', (lo, hi) => {
    expect(() => field.div(field.integer(1), interval(lo, hi))).toThrow(InsufficientPrecisionError);
    expect(() => field.div(field.integer(1), interval(lo, hi))).toThrow(/^cannot divide by \[.*\], which contains 0$/);
  });

  it('an error for want of precision is also a DomainError, as callers who do not escalate see it', () => {
    expect(() => field.div(field.integer(1), interval('-1', '1'))).toThrow(DomainError);
  });

  it.each([
    ['-2', '-1'],
    ['-1', '0'],
    ['0', '0'],
  ])('the logarithm of [%s, %s], where nothing is positive', (lo, hi) => {
    const log = (): Interval => field.log(interval(lo, hi));
    expect(log).toThrow(DomainError);
    expect(log).not.toThrow(InsufficientPrecisionError);
    expect(log).toThrow(`cannot take the logarithm of [${lo}, ${hi}]`);
  });

  it('the logarithm of an interval that only may contain 0 asks for precision', () => {
    for (const x of [interval('0', '1'), interval('-1', '1')]) {
      expect(() => field.log(x)).toThrow(InsufficientPrecisionError);
      expect(() => field.realPow(x, field.integer(2))).toThrow(InsufficientPrecisionError);
    }
  });

  it('the relative entropy of an enclosure that touches 0', () => {
    expect(() => field.relativeEntropy(interval('0', '1'), field.integer(1))).toThrow(InsufficientPrecisionError);
    expect(field.relativeEntropy(field.integer(1), field.integer(1)).toString()).toBe('[0, 0]');
  });

  it('the square root of negative points', () => {
    expect(() => field.sqrt(interval('-1', '4'))).toThrow(DomainError);
    expect(() => field.sqrt(interval('-1', '4'))).toThrow('cannot take the square root of [-1, 4]');
    expect(field.sqrt(interval('-0', '4')).toString()).toBe('[0, 2]');
  });

  it('log1p at and below −1', () => {
    expect(() => field.log1p(interval('-3', '-1'))).toThrow(DomainError);
    expect(() => field.log1p(interval('-3', '-1'))).toThrow('cannot take log1p of [-3, -1]');
    expect(() => field.log1p(interval('-1', '2'))).toThrow(InsufficientPrecisionError);
  });

  it('logOfInteger below 1', () => {
    expect(() => field.logOfInteger(0n)).toThrow(DomainError);
    expect(() => field.logOfInteger(-5n)).toThrow('cannot take the logarithm of -5');
    expect(field.logOfInteger(1n).toString()).toBe('[0, 0]');
  });

  it.each([-1n, Rational.of(-3, 2), 2n ** 53n])('the power of exponent %s', (n) => {
    expect(() => field.pow(field.integer(2), n)).toThrow(DomainError);
    expect(() => field.pow(field.integer(2), n)).toThrow('an exponent must be');
  });

  it.each([0, 1, -3, 2.5, Number.NaN])('a field of %s digits', (digits) => {
    expect(() => new IntervalField(digits)).toThrow(DomainError);
    expect(() => new IntervalField(digits)).toThrow(
      `the number of digits must be an integer of at least 2, not ${digits}`,
    );
  });
});

describe('an Interval answers', () => {
  it('its sign, where all points have one', () => {
    expect(interval('1', '2').sign()).toBe(1);
    expect(interval('-2', '-1').sign()).toBe(-1);
    expect(interval('0', '0').sign()).toBe(0);
    expect(interval('-0', '0').sign()).toBe(0);
    for (const [lo, hi] of [
      ['0', '1'],
      ['-1', '0'],
      ['-1', '1'],
    ] as const) {
      expect(interval(lo, hi).sign()).toBeUndefined();
    }
  });

  it('whether it contains 0, its ends included', () => {
    expect([interval('0', '1'), interval('-1', '0'), interval('-1', '1')].every((x) => x.containsZero())).toBe(true);
    expect([interval('1e-99', '1'), interval('-1', '-1e-99')].some((x) => x.containsZero())).toBe(false);
  });

  it('whether it overlaps another, in one point at least', () => {
    expect(interval('0', '1').overlaps(interval('1', '2'))).toBe(true);
    expect(interval('1', '2').overlaps(interval('0', '1'))).toBe(true);
    expect(interval('0', '1').overlaps(interval('1.1', '2'))).toBe(false);
    expect(interval('1.1', '2').overlaps(interval('0', '1'))).toBe(false);
  });

  it('whether it contains another, the other way round not', () => {
    expect(interval('0', '3').contains(interval('0', '2'))).toBe(true);
    expect(interval('0', '3').contains(interval('1', '3'))).toBe(true);
    expect(interval('0', '2').contains(interval('0', '3'))).toBe(false);
    expect(interval('1', '3').contains(interval('0', '3'))).toBe(false);
  });

  it('for decimals of any constructor, whose settings do not matter', () => {
    const Sloppy = Decimal.clone({ precision: 1, rounding: Decimal.ROUND_UP });
    const x = new Interval(new Sloppy('1.26'), decimal('1.27'));
    expect(field.add(x, x).toString()).toBe('[2.52, 2.54]');
    expect(field.mul(x, x).toString()).toBe('[1.5876, 1.6129]');
  });
});
