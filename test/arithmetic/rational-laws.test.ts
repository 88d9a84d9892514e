import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength, gcd } from '../../src/arithmetic/bigint.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { anyRational, SEED } from './arbitraries.ts';

const options = { seed: SEED, numRuns: 300 };

describe('Rational is an ordered field', () => {
  it('addition and multiplication commute, associate and distribute', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(a.add(b).equals(b.add(a))).toBe(true);
        expect(a.mul(b).equals(b.mul(a))).toBe(true);
        expect(
          a
            .add(b)
            .add(c)
            .equals(a.add(b.add(c))),
        ).toBe(true);
        expect(
          a
            .mul(b)
            .mul(c)
            .equals(a.mul(b.mul(c))),
        ).toBe(true);
        expect(a.mul(b.add(c)).equals(a.mul(b).add(a.mul(c)))).toBe(true);
      }),
      options,
    );
  });

  it('0 and 1 are neutral, and −a and 1/a are inverse', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(a.add(Rational.ZERO).equals(a) && a.mul(Rational.ONE).equals(a)).toBe(true);
        expect(a.add(a.neg()).sign()).toBe(0);
        if (a.sign() !== 0) expect(a.mul(Rational.ONE.div(a)).equals(Rational.ONE)).toBe(true);
      }),
      options,
    );
  });

  it('subtraction and division undo addition and multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(a.add(b).sub(b).equals(a)).toBe(true);
        if (b.sign() !== 0) expect(a.mul(b).div(b).equals(a)).toBe(true);
      }),
      options,
    );
  });

  it('the order is that of cross products, and addition keeps it', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        const cross = a.num * b.den - b.num * a.den;
        expect(a.compare(b)).toBe(cross < 0n ? -1 : cross > 0n ? 1 : 0);
        expect(a.add(c).compare(b.add(c))).toBe(a.compare(b));
      }),
      options,
    );
  });

  it('powers are repeated products, and 0^0 = 1', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 12 }), (a, n) => {
        let product = Rational.ONE;
        for (let i = 0; i < n; i += 1) product = product.mul(a);
        expect(a.pow(n).equals(product)).toBe(true);
      }),
      options,
    );
    expect(Rational.ZERO.pow(0).toString()).toBe('1');
  });

  it('abs is the larger of a and −a', () => {
    fc.assert(
      fc.property(anyRational, (a) => a.abs().equals(a.sign() < 0 ? a.neg() : a)),
      options,
    );
  });
});

describe('Rational is reduced lazily', () => {
  it('fractions that differ by a common factor are equal and print alike', () => {
    fc.assert(
      fc.property(anyRational, fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, k) => {
        const b = Rational.of(a.num * k, a.den * k);
        expect(a.equals(b) && a.compare(b) === 0).toBe(true);
        expect(b.toString()).toBe(a.toString());
      }),
      options,
    );
  });

  it('reduced() is in lowest terms and is the same number', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        const { num, den } = a.reduced();
        expect(gcd(num, den)).toBe(1n);
        expect(den > 0n && num * a.den === a.num * den).toBe(true);
      }),
      options,
    );
  });

  it('sums over one denominator keep it', () => {
    const sixths = Rational.of(1, 6).add(Rational.of(2, 6));
    expect([sixths.num, sixths.den]).toEqual([3n, 6n]);
    expect(sixths.toString()).toBe('1/2');
  });

  it('sums over denominators that grow beyond 4096 bits are reduced', () => {
    const half = Rational.of(3n ** 2000n, 2n * 3n ** 2000n);
    const sum = half.add(Rational.of(5n ** 1000n, 2n * 5n ** 1000n));
    expect([sum.num, sum.den]).toEqual([1n, 1n]);
  });

  it('bits() measures what is stored', () => {
    expect(Rational.of(8, 6).bits()).toBe(4);
    expect(Rational.of(-1, 2n ** 50n).bits()).toBe(51);
    expect(Rational.of(-5, 2).bits()).toBe(bitLength(5n));
  });
});

describe('Rational refuses', () => {
  it('denominator 0', () => {
    expect(() => Rational.of(1, 0)).toThrow(DomainError);
    expect(() => Rational.of(0n, 0n)).toThrow('denominator 0');
    expect(() => Rational.ONE.div(Rational.ZERO)).toThrow(DomainError);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('the exponent %s', (n) => {
    expect(() => Rational.ONE.pow(n)).toThrow(DomainError);
    expect(() => Rational.ONE.pow(n)).toThrow(`${n}`);
  });

  it('nothing about a negative denominator: the sign moves up', () => {
    const { num, den } = Rational.of(3, -4);
    expect([num, den]).toEqual([-3n, 4n]);
  });
});
