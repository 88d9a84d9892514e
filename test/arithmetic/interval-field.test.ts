import { describe, expect, it } from 'vitest';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { holds, interval, relativeWidth } from './exact.ts';

const field = intervals(20);
const half = Rational.of(1, 2);

describe('the larger of two intervals', () => {
  it.each([
    ['apart', interval('1', '2'), interval('3', '4'), '[3, 4]'],
    ['that overlap', interval('1', '3'), interval('2', '4'), '[2, 4]'],
    ['within each other', interval('1', '4'), interval('2', '3'), '[2, 4]'],
    ['below 0', interval('-4', '-1'), interval('-3', '-2'), '[-3, -1]'],
  ])('has the larger of both ends: %s', (_, x, y, expected) => {
    expect([field.max(x, y).toString(), field.max(y, x).toString()]).toEqual([expected, expected]);
  });
});

describe('a power with an exponent that is no integer', () => {
  it('is a root of both ends, and 0 at 0', () => {
    const root = field.pow(interval('4', '9'), half);
    expect([holds(root, Rational.of(2)), holds(root, Rational.of(3))]).toEqual([true, true]);
    expect([root.lo.gt('1.999999'), root.hi.lt('3.000001')]).toEqual([true, true]);
    expect(field.pow(interval('0'), half).toString()).toBe('[0, 0]');
    expect(field.pow(interval('-0'), half).toString()).toBe('[0, 0]');
    expect(field.pow(interval('0', '4'), half).lo.isZero()).toBe(true);
    expect(field.pow(interval('0', '4'), half).hi.toNumber()).toBeCloseTo(2, 12);
    const cube = field.pow(interval('4'), Rational.of(3, 2));
    expect(holds(cube, Rational.of(8)) && relativeWidth(cube).lt('1e-17')).toBe(true);
  });

  it('is none of a negative number', () => {
    for (const x of [interval('-1'), interval('-1', '1'), interval('-1', '0')])
      expect(() => field.pow(x, half)).toThrow('cannot take a root of [-1');
  });
});

describe('a power with an integer exponent', () => {
  it('is as large as numbers may be, without a larger one on the way', () => {
    expect(field.pow(interval('1e5000000000000000'), 1n).toString()).toBe('[1e+5000000000000000, 1e+5000000000000000]');
    expect(field.pow(interval('1e4000000000000000'), 2n).hi.toString()).toBe('1e+8000000000000000');
  });
});

describe('relative entropy', () => {
  it('is 0 at 0, and a log(a/b) otherwise', () => {
    expect(field.relativeEntropy(interval('0'), interval('0.5')).toString()).toBe('[0, 0]');
    expect(field.relativeEntropy(interval('-0'), interval('0.5')).toString()).toMatch(/^\[-?0, -?0\]$/);
    const bit = field.relativeEntropy(field.integer(1), interval('0.5'));
    expect(bit.overlaps(intervals(30).log(intervals(30).integer(2)))).toBe(true);
    expect(relativeWidth(bit).lt('1e-17')).toBe(true);
  });
});

describe('log1p', () => {
  it('is undefined where 1 + x has no positive point, and asks for precision where it has', () => {
    for (const x of [interval('-1'), interval('-3', '-1')]) {
      expect(() => field.log1p(x)).toThrow('cannot take log1p of [');
      expect(() => field.log1p(x)).toThrow(DomainError);
      expect(() => field.log1p(x)).not.toThrow(InsufficientPrecisionError);
    }
    expect(() => field.log1p(interval('-1', '0'))).toThrow(InsufficientPrecisionError);
  });
});

describe('both kinds of numbers', () => {
  it('are the same intervals', () => {
    const [x, y] = [interval('2'), interval('3')];
    expect([field.lift(x), new IntervalField(20).lower(x)]).toEqual([x, x]);
    expect([field.plus(x, y), field.minus(x, y), field.scale(x, y)].map(String)).toEqual([
      '[5, 5]',
      '[-1, -1]',
      '[6, 6]',
    ]);
  });

  it('are of one field for each precision', () => {
    expect(intervals(21)).toBe(intervals(21));
    expect(intervals(21)).not.toBe(intervals(22));
    expect(intervals(21).digits).toBe(21);
  });
});
