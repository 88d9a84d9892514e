import { describe, expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { absolute, negative, productOf, quotientOf } from '../../src/arithmetic/operations.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, real } from '../../src/arithmetic/real.ts';
import { holds, interval, log } from './exact.ts';
import { between, fast, formed, number } from './known-reals.ts';

const [zero, one, third, five] = [number(0), number(1), number(1, 3), number(5)];
const log2 = exactReal(log(2));
const veiled = between('5');
const exactly = (x: Real): string | undefined => x.exact?.toString();

/** The double-double of a real encloses this value. */
function approximates(x: Real, value: Rational): void {
  const approximation = x.approximate();
  if (!approximation) throw new Error('no double-double');
  expect(holds(toInterval(approximation, 40), value)).toBe(true);
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

const tooLong = formed(Array.from({ length: 201 }, (_, i) => log(i + 2)).reduce((a, b) => a.add(b)));

describe('a product', () => {
  it('of rationals is rational at once, up to 512 bits together', () => {
    expect(productOf(third, five).rational?.toString()).toBe('5/3');
    const [short, long] = [number(1n << 255n), number(1n << 256n)];
    expect(productOf(short, short).rational?.num).toBe(1n << 510n);
    expect(productOf(short, long).rational).toBeNull();
    expect(productOf(short, long).exact?.constant.num).toBe(1n << 511n);
  });

  it('with 0 is 0, and with 1 the other factor', () => {
    for (const other of [veiled, number(1n << 600n)]) {
      for (const x of [productOf(zero, other), productOf(other, zero)]) expect(x.rational?.toString()).toBe('0');
      expect(productOf(one, other)).toBe(other);
      expect(productOf(other, one)).toBe(other);
    }
  });

  it('is exact where one factor is rational and the other exact', () => {
    const hidden = formed(LogForm.rational(Rational.of(1, 3)));
    for (const factor of [third, hidden]) {
      expect([productOf(factor, log2), productOf(log2, factor)].map(exactly)).toEqual(['1/3*log(2)', '1/3*log(2)']);
    }
    for (const other of [log2, veiled]) expect(productOf(log2, other).exact).toBeNull();
    expect(productOf(third, veiled).exact).toBeNull();
    expect(productOf(third, tooLong).exact).toBeNull();
  });

  it('has an enclosure, and a double-double where both have', () => {
    expect(holds(productOf(third, veiled).enclose(20), Rational.of(5, 3))).toBe(true);
    approximates(productOf(fast(5), third), Rational.of(5, 3));
    expect(productOf(fast(5), veiled).approximate()).toBeNull();
  });
});

describe('a quotient', () => {
  it('of rationals is rational', () => {
    expect(quotientOf(third, five).rational?.toString()).toBe('1/15');
  });

  it('by 0 is refused, as soon as the 0 is known', () => {
    const dividing = (): Real => quotientOf(five, zero);
    expect(dividing).toThrow('it divides by 0');
    expect(thrownBy(dividing)).toBeInstanceOf(DomainError);
    const hidden = real({ enclose: () => interval('-1', '1'), exact: () => LogForm.ZERO });
    expect(() => quotientOf(veiled, hidden).enclose(20)).toThrow('it divides by 0');
    expect(() => quotientOf(log2, hidden).exact).toThrow('it divides by 0');
    expect(quotientOf(veiled, hidden).exact).toBeNull();
  });

  it('by a number that only more digits tell from 0 takes these', () => {
    const close = real({ enclose: (digits) => (digits < 80 ? interval('-1', '1') : interval('2')) });
    expect(quotientOf(five, close).enclose(20).toString()).toBe('[2.5, 2.5]');
  });

  it('is exact where the divisor is rational and the other number exact', () => {
    expect(exactly(quotientOf(log2, third))).toBe('3*log(2)');
    expect(exactly(quotientOf(log2, formed(LogForm.rational(Rational.of(1, 3)))))).toBe('3*log(2)');
    for (const divisor of [log2, veiled]) expect(quotientOf(log2, divisor).exact).toBeNull();
    expect(quotientOf(veiled, third).exact).toBeNull();
    expect(quotientOf(tooLong, third).exact).toBeNull();
  });

  it('has an enclosure, and a double-double where both have', () => {
    expect(holds(quotientOf(veiled, third).enclose(20), Rational.of(15))).toBe(true);
    approximates(quotientOf(fast(5), third), Rational.of(15));
    expect(quotientOf(veiled, fast(5)).approximate()).toBeNull();
  });
});

describe('a size', () => {
  it('is rational or exact where the number is', () => {
    expect(absolute(number(-1, 3)).rational?.toString()).toBe('1/3');
    expect(exactly(absolute(exactReal(log(1, 2))))).toBe('log(2)');
    expect(exactly(absolute(log2))).toBe('log(2)');
    expect(absolute(veiled).exact).toBeNull();
  });

  it.each([
    ['-2', '-1', '[1, 2]'],
    ['-1', '2', '[0, 2]'],
    ['-2', '1', '[0, 2]'],
    ['1', '2', '[1, 2]'],
  ])('of a number in [%s, %s] is in %s', (lo, hi, size) => {
    expect(absolute(between(lo, hi)).enclose(20).toString()).toBe(size);
  });

  it('has a double-double where the number has', () => {
    approximates(absolute(fast(-5)), Rational.of(5));
    expect(absolute(veiled).approximate()).toBeNull();
  });
});

it('the negative of a number is its difference from 0', () => {
  expect(negative(third).rational?.toString()).toBe('-1/3');
  expect(exactly(negative(log2))).toBe('-log(2)');
  expect(negative(veiled).enclose(20).toString()).toBe('[-5, -5]');
});
