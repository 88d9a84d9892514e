import { describe, expect, it } from 'vitest';
import { approximateRational, toInterval } from '../../src/arithmetic/approximation.ts';
import { productOfAll, sumOf } from '../../src/arithmetic/folds.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { holds, interval, log } from './exact.ts';

const third = rationalReal(Rational.of(1, 3));
const five = rationalReal(Rational.of(5));
const zero = rationalReal(Rational.ZERO);
const log2 = exactReal(log(2));
/** 5 without an exact form, with a double-double and without. */
const veiled = real({ enclose: () => interval('5') });
const fast = real({ enclose: () => interval('5'), approximate: () => approximateRational(Rational.of(5)) });

describe('the sum and the product of many reals', () => {
  it('of none are 0 and 1', () => {
    expect(sumOf([]).rational?.toString()).toBe('0');
    expect(productOfAll([]).rational?.toString()).toBe('1');
  });

  it('are rational where all are', () => {
    expect(sumOf([third, five, third]).rational?.toString()).toBe('17/3');
    expect(productOfAll([third, five, third]).rational?.toString()).toBe('5/9');
    expect(sumOf([third, log2]).rational).toBeNull();
    expect(productOfAll([third, log2]).rational).toBeNull();
  });

  it('are rational at once up to 512 bits, and exact beyond', () => {
    const power = (bits: bigint): Real => rationalReal(Rational.of(1n << bits));
    expect(sumOf([power(511n), zero]).rational?.num).toBe(1n << 511n);
    expect(sumOf([power(512n), zero]).rational).toBeNull();
    expect(sumOf([power(512n), zero]).exact?.constant.num).toBe(1n << 512n);
    expect(productOfAll([power(256n), power(255n)]).rational?.num).toBe(1n << 511n);
    expect(productOfAll([power(256n), power(256n)]).rational).toBeNull();
    expect(productOfAll([power(256n), power(256n)]).exact?.constant.num).toBe(1n << 512n);
  });

  it('have exact forms where all have, a product where at most one is irrational', () => {
    expect(sumOf([third, log2, log2]).exact?.toString()).toBe('2*log(2) + 1/3');
    expect(productOfAll([third, log2, five]).exact?.toString()).toBe('5/3*log(2)');
    expect(productOfAll([log2, third]).exact?.toString()).toBe('1/3*log(2)');
    expect(productOfAll([log2, log2]).exact).toBeNull();
    for (const of of [sumOf, productOfAll]) {
      expect(of([veiled, log2]).exact).toBeNull();
      expect(of([log2, veiled]).exact).toBeNull();
    }
  });

  it('have double-doubles where all have', () => {
    for (const [x, value] of [
      [sumOf([fast, third, fast]), Rational.of(31, 3)],
      [productOfAll([fast, third, fast]), Rational.of(25, 3)],
    ] as const) {
      const approximation = x.approximate();
      if (!approximation) throw new Error('no double-double');
      expect(holds(toInterval(approximation, 40), value)).toBe(true);
    }
    expect(sumOf([fast, veiled]).approximate()).toBeNull();
    expect(productOfAll([veiled, fast]).approximate()).toBeNull();
  });

  it('enclose what they stand for', () => {
    expect(holds(sumOf([veiled, third, veiled]).enclose(20), Rational.of(31, 3))).toBe(true);
    expect(holds(productOfAll([veiled, third, veiled]).enclose(20), Rational.of(25, 3))).toBe(true);
  });

  it('are 0 for a product with a factor 0, whatever the others are', () => {
    expect(productOfAll([veiled, zero, log2]).rational?.sign()).toBe(0);
    expect(productOfAll([five, zero]).rational?.sign()).toBe(0);
  });
});
