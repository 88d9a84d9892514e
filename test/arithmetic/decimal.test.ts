import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directed, fraction, inRange, quotient, scientific } from '../../src/arithmetic/decimal.ts';
import { RangeExceededError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { anyRational, SEED } from './arbitraries.ts';
import { decimal, toRational } from './exact.ts';

const precision = fc.integer({ min: 2, max: 60 });

describe('directed constructors', () => {
  it('are frozen, so that no rounding mode changes under a running computation', () => {
    const ctor = directed(31, 'down');
    expect(Object.isFrozen(ctor)).toBe(true);
    expect(() => ctor.set({ rounding: 4 })).toThrow(TypeError);
    expect([ctor.precision, ctor.rounding]).toEqual([31, 3]);
  });

  it('are made once for each precision and direction', () => {
    expect(directed(31, 'up')).toBe(directed(31, 'up'));
    expect(directed(31, 'up')).not.toBe(directed(31, 'down'));
    expect(directed(31, 'up').rounding).toBe(2);
  });
});

describe('quotient', () => {
  it('brackets num/den from both sides, less than one unit of the last digit apart', () => {
    fc.assert(
      fc.property(anyRational, precision, (q, digits) => {
        const down = quotient(q.num, q.den, digits, 'down');
        const up = quotient(q.num, q.den, digits, 'up');
        expect(toRational(down).compare(q) <= 0 && q.compare(toRational(up)) <= 0).toBe(true);
        const unit = Rational.parse(`1e${Math.max(down.e, up.e) - digits + 1}`);
        expect(toRational(up).sub(toRational(down)).compare(unit) <= 0).toBe(true);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('keeps to its number of digits', () => {
    fc.assert(
      fc.property(anyRational, precision, (q, digits) => quotient(q.num, q.den, digits, 'up').sd() <= digits),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('is exact where it fits, in both directions', () => {
    for (const direction of ['down', 'up'] as const) {
      expect(quotient(1n, 8n, 3, direction).toString()).toBe('0.125');
      expect(quotient(-12_300n, 1n, 3, direction).toString()).toBe('-12300');
      expect(quotient(0n, 7n, 3, direction).toString()).toBe('0');
    }
  });

  it('rounds 1/3 and −1/3 to the proper side', () => {
    expect(quotient(1n, 3n, 5, 'down').toString()).toBe('0.33333');
    expect(quotient(1n, 3n, 5, 'up').toString()).toBe('0.33334');
    expect(quotient(-1n, 3n, 5, 'down').toString()).toBe('-0.33334');
    expect(quotient(-1n, 3n, 5, 'up').toString()).toBe('-0.33333');
  });

  it('notices a single unit far below the last digit', () => {
    expect(quotient(10n ** 500n + 1n, 10n ** 500n, 5, 'up').toString()).toBe('1.0001');
    expect(quotient(10n ** 500n - 1n, 10n ** 500n, 5, 'down').toString()).toBe('0.99999');
  });
});

describe('scientific and fraction', () => {
  it.each([
    ['0', 0n, 0],
    ['1', 1n, 0],
    ['-1.50', -15n, -1],
    ['1200', 12n, 2],
    ['-3.25e-40', -325n, -42],
    ['7e1000000000000000', 7n, 1e15],
    ['1.7e-1000000000000000', 17n, -1e15 - 1],
  ])('take %s apart', (text, digits, exponent) => {
    expect(scientific(decimal(text))).toEqual({ digits, exponent });
  });

  it('give back the number as a ratio of integers', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -300, max: 300 }), (digits, exponent) => {
        const { num, den } = fraction(decimal(`${digits}e${exponent}`));
        expect(Rational.of(num, den).equals(Rational.parse(`${digits}e${exponent}`))).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('inRange', () => {
  it('lets pass what is finite, of exponent at most 8·10^15, or a 0 that can be one', () => {
    for (const text of ['0', '-0', '1', '9e8000000000000000', '-1e-8000000000000000']) {
      expect(inRange(decimal(text)).toString()).toBe(decimal(text).toString());
    }
  });

  it.each(['1e8000000000000001', '-1e-8000000000000001', 'Infinity', '-Infinity', 'NaN'])('refuses %s', (text) => {
    expect(() => inRange(decimal(text))).toThrow(RangeExceededError);
    expect(() => inRange(decimal(text))).toThrow('a result lies outside 10^±8000000000000000');
  });

  it('refuses a 0 that stands for a number flushed to it', () => {
    expect(() => inRange(decimal('0'), false)).toThrow(RangeExceededError);
  });
});
