/**
 * Arguments made so that the true value lies within some 10^−60 of a number that a few digits can hold, on a known side:
 * the logarithm of exp(d) rounded down is below d, because exp of a rational other than 0 is irrational. A bound that is
 * short by the least amount, or rounded to the wrong side, lands on d itself.
 */
import { describe, expect, it } from 'vitest';
import { logRatio } from '../../src/arithmetic/fixed-point.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { decimal, interval, toRational } from './exact.ts';

const short = [
  '0.5',
  '0.9983',
  '1',
  '1.25',
  '2',
  '3.7',
  '10',
  '-0.5',
  '-1',
  '-2.5',
  '-7',
  '0.001',
  '-0.001',
  '0.03125',
];
const fine = intervals(70);

describe('a logarithm just beside a short decimal d is bounded on the proper side', () => {
  it.each(short)('d = %s', (text) => {
    const d = decimal(text);
    const around = fine.exp(interval(text));
    for (const digits of [5, 9, 20, 33]) {
      const field = intervals(digits);
      expect(field.log(interval(around.lo.toString())).lo.lt(d), `below at ${digits} digits`).toBe(true);
      expect(field.log(interval(around.hi.toString())).hi.gt(d), `above at ${digits} digits`).toBe(true);
    }
  });
});

describe('an exponential just beside a short decimal q is bounded on the proper side', () => {
  it.each(['2', '3.5', '1.0625', '10', '0.5', '0.03', '123.4', '0.999', '1000', '0.1', '0.001', '1e-20', '1e20'])(
    'q = %s',
    (text) => {
      const q = decimal(text);
      const around = fine.log(interval(text));
      for (const digits of [5, 9, 20, 33]) {
        const field = intervals(digits);
        expect(field.exp(interval(around.lo.toString())).lo.lt(q), `below at ${digits} digits`).toBe(true);
        expect(field.exp(interval(around.hi.toString())).hi.gt(q), `above at ${digits} digits`).toBe(true);
      }
    },
  );
});

describe('log1p and expm1 just beside a short decimal are bounded on the proper side', () => {
  it.each(['0.5', '0.001', '-0.25', '0.0000000001', '-0.000003'])('%s', (text) => {
    const d = decimal(text);
    const [exp, log] = [fine.expm1(interval(text)), fine.log1p(interval(text))];
    for (const digits of [5, 9, 20, 33]) {
      const field = intervals(digits);
      expect(field.log1p(interval(exp.lo.toString())).lo.lt(d)).toBe(true);
      expect(field.log1p(interval(exp.hi.toString())).hi.gt(d)).toBe(true);
      expect(field.expm1(interval(log.lo.toString())).lo.lt(d)).toBe(true);
      expect(field.expm1(interval(log.hi.toString())).hi.gt(d)).toBe(true);
    }
  });
});

describe('where the argument is large', () => {
  it('log1p still adds the 1', () => {
    const [field, finer] = [intervals(2100), intervals(2200)];
    const around = finer.expm1(finer.integer(4700));
    expect(field.log1p(interval(around.lo.toString())).lo.lt(4700)).toBe(true);
    expect(field.log1p(interval(around.hi.toString())).hi.gt(4700)).toBe(true);
  });
});

describe('a fixed-point logarithm just beside a whole number of ulps is bounded on the proper side', () => {
  it.each([8, 16, 40, 64])('at %i bits', (bits) => {
    const one = 1n << BigInt(bits);
    for (let step = 1n; step <= 60n; step += 1n) {
      const ulps = (step * one) / 20n + step;
      const around = fine.exp(fine.rational(Rational.of(ulps, one)));
      const [low, high] = [toRational(around.lo), toRational(around.hi)];
      expect(logRatio(low.num, low.den, bits).lo < ulps).toBe(true);
      expect(logRatio(high.num, high.den, bits).hi > ulps).toBe(true);
      expect(logRatio(low.den, low.num, bits).hi > -ulps).toBe(true);
      expect(logRatio(high.den, high.num, bits).lo < -ulps).toBe(true);
    }
  });
});
