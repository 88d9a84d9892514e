import { describe, expect, it } from 'vitest';
import { RangeExceededError } from '../../src/arithmetic/errors.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { decimal, interval, relativeWidth } from './exact.ts';

const field = intervals(20);
const far = 10 ** 15;

describe('tiny arguments keep their relative precision', () => {
  const exponents = [-40, -44, -45, -46, -200, -5000, -far, -5 * far, -7.9e15];

  it.each(exponents)('log1p(±10^%i) is below x by less than a digit can show', (e) => {
    for (const x of [decimal(`1e${e}`), decimal(`-1e${e}`)]) {
      const log = field.log1p(interval(x.toString()));
      expect(log.lo.lt(x) && log.hi.gte(x)).toBe(true);
      expect(relativeWidth(log).lte('1e-18')).toBe(true);
    }
  });

  it.each(exponents)('expm1(±10^%i) is above x by less than a digit can show', (e) => {
    for (const x of [decimal(`1e${e}`), decimal(`-1e${e}`)]) {
      const exp = field.expm1(interval(x.toString()));
      expect(exp.hi.gt(x) && exp.lo.lte(x)).toBe(true);
      expect(relativeWidth(exp).lte('1e-18')).toBe(true);
    }
  });

  it.each(exponents)('exp(±10^%i) is 1, but bounded on the proper side', (e) => {
    const [above, below] = [field.exp(interval(`1e${e}`)), field.exp(interval(`-1e${e}`))];
    expect(above.hi.gt(1) && above.lo.gte(1) && above.hi.lt('1.0000000000001')).toBe(true);
    expect(below.lo.lt(1) && below.hi.gte(1) && below.lo.gt('0.9999999999999')).toBe(true);
  });

  it('both hold their second-order value where it can be written down: x ∓ x²/2', () => {
    const digits = 60;
    for (let e = 100; e < 140; e += 3) {
      const x = Rational.of(7n, 10n ** BigInt(e));
      const half = x.mul(x).div(Rational.of(2));
      const fine = intervals(4 * digits);
      for (const [coarse, second] of [
        [intervals(digits).log1p(interval(`7e-${e}`)), x.sub(half)],
        [intervals(digits).expm1(interval(`7e-${e}`)), x.add(half)],
      ] as const) {
        expect(coarse.overlaps(fine.rational(second))).toBe(true);
      }
    }
  });

  it('log keeps relative precision beside 1 however far the digits go', () => {
    const digits = 2600;
    const fine = intervals(digits);
    const x = fine.add(fine.integer(1), interval('1e-2500'));
    const log = fine.log(x);
    expect(log.lo.gt(0) && relativeWidth(log).lte(`1e-${digits - 2}`)).toBe(true);
  });
});

describe('exponents up to 10^±(10^15)', () => {
  it.each([1, -1])('log(10^(%i·10^15)) is that multiple of log 10', (sign) => {
    const log = field.log(interval(`1e${sign * far}`));
    expect(log.overlaps(field.mul(field.integer(sign * far), field.log(field.integer(10))))).toBe(true);
    expect(relativeWidth(log).lte('1e-18')).toBe(true);
  });

  it('exp undoes it', () => {
    for (const text of [`3e${far}`, `3e-${far}`]) {
      const there = intervals(40).log(interval(text));
      expect(intervals(40).exp(there).contains(interval(text))).toBe(true);
    }
  });

  it.each(['1e5', '-1e5', '1e10', '-1e10', '3e15', '-3e15'])('exp(%s) keeps its relative precision', (text) => {
    for (let digits = 15; digits < 40; digits += 1) {
      expect(relativeWidth(intervals(digits).exp(interval(text))).lte(`1e-${digits - 2}`)).toBe(true);
    }
    expect(field.exp(interval(text)).contains(intervals(60).exp(interval(text)))).toBe(true);
  });

  it('integer powers are made by squaring, and so is their inverse', () => {
    const power = field.pow(field.integer(10), BigInt(far));
    expect(power.toString()).toBe(`[1e+${far}, 1e+${far}]`);
    expect(field.div(field.integer(1), power).toString()).toBe(`[1e-${far}, 1e-${far}]`);
  });

  it('real powers follow', () => {
    const power = intervals(40).realPow(intervals(40).integer(10), interval('1e15'));
    expect(power.contains(interval(`1e${far}`))).toBe(true);
  });

  it('log1p and expm1 of large arguments are log(1 + x) and exp(x) − 1', () => {
    expect(field.log1p(interval('1e5000')).overlaps(field.log(interval('1e5000')))).toBe(true);
    expect(field.log1p(interval(`1e${far}`)).overlaps(field.log(interval(`1e${far}`)))).toBe(true);
    expect(field.expm1(interval('1e10')).overlaps(field.exp(interval('1e10')))).toBe(true);
    expect(field.expm1(interval('-1e10')).toString()).toBe('[-1, -0.99999999999999999999]');
  });
});

describe('a RangeExceededError stops what would leave the exponents', () => {
  const huge = interval('1e5000000000000000');
  const tiny = interval('1e-5000000000000000');
  const between = interval('-1e-5000000000000000', '1e-5000000000000000');

  it.each<[string, () => Interval]>([
    ['a product that overflows', () => field.mul(huge, huge)],
    ['a product that underflows', () => field.mul(tiny, tiny)],
    ['a product that underflows around 0', () => field.mul(between, between)],
    ['a quotient that overflows', () => field.div(huge, tiny)],
    ['a quotient that underflows', () => field.div(tiny, huge)],
    ['a negative quotient that underflows', () => field.div(field.neg(tiny), huge)],
    ['a power that overflows', () => field.pow(huge, 2n)],
    ['a power that underflows', () => field.pow(tiny, 2n)],
    ['an odd power of a negative number', () => field.pow(field.neg(tiny), 3n)],
    ['a power of 10 to 9·10^15', () => field.pow(field.integer(10), 9n * BigInt(far))],
  ])('%s', (_, value) => {
    expect(value).toThrow(RangeExceededError);
    expect(value).toThrow('a result lies outside 10^±8000000000000000');
  });

  it('exp beyond 10^16, either way', () => {
    expect(() => field.exp(interval('1.1e16'))).toThrow(RangeExceededError);
    expect(() => field.exp(interval('-1.1e16'))).toThrow('exp(-1.10000e+16) is out of range');
    expect(field.exp(interval('1e16')).lo.e).toBe(4_342_944_819_032_518);
  });

  it('but a product with 0 is 0', () => {
    expect(field.mul(field.integer(0), tiny).toString()).toBe('[0, 0]');
    expect(field.div(field.integer(0), huge).toString()).toBe('[0, 0]');
    expect(field.mul(interval('0', '1'), tiny).toString()).toBe('[0, 1e-5000000000000000]');
  });
});
