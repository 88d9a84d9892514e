import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, InsufficientPrecisionError } from '../../src/arithmetic/errors.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import { FixedField } from '../../src/arithmetic/fixed-field.ts';
import type { FixedInterval } from '../../src/arithmetic/fixed-point.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { endsAndPoint, mass, SEED } from './arbitraries.ts';
import { fixedContains, fixedHolds, holds } from './exact.ts';

const precision = fc.constantFrom(8, 16, 64, 130);
const options = { seed: SEED, numRuns: 500 };

/** The enclosure of [lo, hi] in fixed point. */
function spanned(field: FixedField, lo: Rational, hi: Rational): FixedInterval {
  return { lo: field.rational(lo).lo, hi: field.rational(hi).hi };
}

describe('a fixed-point operation encloses every exact result', () => {
  it('of sums, differences and products, whatever the signs', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, endsAndPoint, (bits, a, b) => {
        const field = new FixedField(bits);
        const [x, y] = [spanned(field, a.lo, a.hi), spanned(field, b.lo, b.hi)];
        expect(fixedHolds(field.add(x, y), bits, a.point.add(b.point))).toBe(true);
        expect(fixedHolds(field.sub(x, y), bits, a.point.sub(b.point))).toBe(true);
        expect(fixedHolds(field.mul(x, y), bits, a.point.mul(b.point))).toBe(true);
        expect(fixedHolds(field.scale(x, y), bits, a.point.mul(b.point))).toBe(true);
      }),
      options,
    );
  });

  it('of quotients by positive numbers', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, endsAndPoint, (bits, a, b) => {
        const field = new FixedField(bits);
        const [x, y] = [spanned(field, a.lo, a.hi), spanned(field, b.lo, b.hi)];
        fc.pre(y.lo > 0n);
        expect(fixedHolds(field.div(x, y), bits, a.point.div(b.point))).toBe(true);
      }),
      options,
    );
  });

  it('of powers of masses, which IntervalField encloses too', () => {
    fc.assert(
      fc.property(precision, mass, fc.integer({ min: 0, max: 60 }), (bits, q, n) => {
        const field = new FixedField(bits);
        const power = field.pow(field.rational(q), BigInt(n));
        expect(fixedHolds(power, bits, q.pow(n))).toBe(true);
        expect(field.toInterval(power, 30).overlaps(intervals(30).pow(intervals(30).rational(q), BigInt(n)))).toBe(
          true,
        );
      }),
      options,
    );
  });

  it('of square roots, as near as integers are, and of halves and quarters as exponents', () => {
    fc.assert(
      fc.property(precision, mass, fc.constantFrom(1, 3, 5), (bits, q, k) => {
        const field = new FixedField(bits);
        const x = field.rational(q);
        const { lo, hi } = field.sqrt(x);
        const [below, above] = [x.lo << BigInt(bits), x.hi << BigInt(bits)];
        expect(lo * lo <= below && (lo + 1n) ** 2n > below).toBe(true);
        expect(hi * hi >= above && (hi === 0n || (hi - 1n) ** 2n < above)).toBe(true);
        expect(field.pow(x, Rational.of(k, 2))).toEqual(field.pow({ lo, hi }, BigInt(k)));
        expect(field.pow(x, Rational.of(k, 4))).toEqual(field.pow(field.sqrt({ lo, hi }), BigInt(k)));
      }),
      options,
    );
  });

  it('of the larger of two numbers, as IntervalField and the exact field', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, endsAndPoint, (bits, a, b) => {
        const field = new FixedField(bits);
        const larger = exactField.max(a.point, b.point);
        expect(larger.compare(a.point) >= 0 && larger.compare(b.point) >= 0).toBe(true);
        expect(larger === a.point || larger === b.point).toBe(true);
        expect(fixedHolds(field.max(spanned(field, a.lo, a.hi), spanned(field, b.lo, b.hi)), bits, larger)).toBe(true);
        const decimals = intervals(30).max(intervals(30).rational(a.point), intervals(30).rational(b.point));
        expect(decimals.toString()).toBe(intervals(30).rational(larger).toString());
      }),
      options,
    );
  });

  it('of logarithms: P bits hold 4P bits, for wide arguments at every point', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, (bits, { lo, hi, point }) => {
        const [field, fine] = [new FixedField(bits), new FixedField(4 * bits)];
        const x = spanned(field, lo, hi);
        fc.pre(x.lo > 0n && point.sign() > 0);
        expect(fixedContains(field.log(x), fine.log(fine.rational(point)), bits, 4)).toBe(true);
      }),
      options,
    );
  });

  it('of logarithms as IntervalField has them', () => {
    fc.assert(
      fc.property(mass, (q) => {
        fc.pre(q.sign() > 0);
        const field = new FixedField(256);
        const enclosure = field.toInterval(field.log(field.rational(q)), 40);
        expect(enclosure.overlaps(intervals(40).log(intervals(40).rational(q)))).toBe(true);
      }),
      options,
    );
  });

  it('in decimals', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, fc.integer({ min: 2, max: 40 }), (bits, { lo, hi, point }, digits) => {
        const field = new FixedField(bits);
        expect(holds(field.toInterval(spanned(field, lo, hi), digits), point)).toBe(true);
      }),
      options,
    );
  });
});

describe('rounding is outward and no further', () => {
  const field = new FixedField(10);
  const point = (units: bigint): FixedInterval => ({ lo: units, hi: units });

  it('dyadic rationals are points, others one ulp wide', () => {
    expect(field.rational(Rational.of(3, 4))).toEqual(point(768n));
    expect(field.rational(Rational.of(1, 3))).toEqual({ lo: 341n, hi: 342n });
    expect(field.rational(Rational.of(-1, 3))).toEqual({ lo: -342n, hi: -341n });
  });

  it('products and quotients of points are at most one ulp wide', () => {
    expect(field.mul(point(341n), point(3n))).toEqual({ lo: 0n, hi: 1n });
    expect(field.mul(point(-341n), point(3n))).toEqual({ lo: -1n, hi: 0n });
    expect(field.mul(point(-341n), point(-3n))).toEqual({ lo: 0n, hi: 1n });
    expect(field.div(point(1n), point(3n << 10n))).toEqual({ lo: 0n, hi: 1n });
    expect(field.div(point(-1n), point(3n << 10n))).toEqual({ lo: -1n, hi: 0n });
    expect(field.div(point(6n), point(3n))).toEqual(point(2n << 10n));
  });

  it('products of mixed signs take the extreme corners', () => {
    const [x, y] = [
      { lo: -3n << 10n, hi: 2n << 10n },
      { lo: -5n << 10n, hi: 7n << 10n },
    ];
    expect(field.mul(x, y)).toEqual({ lo: -21n << 10n, hi: 15n << 10n });
    const positive = { lo: 1n << 10n, hi: 2n << 10n };
    expect(field.mul(x, positive)).toEqual({ lo: -6n << 10n, hi: 4n << 10n });
    expect(field.mul(positive, x)).toEqual({ lo: -6n << 10n, hi: 4n << 10n });
  });
});

describe('operations outside their domain are named errors', () => {
  const field = new FixedField(64);
  const [zero, one] = [field.rational(Rational.ZERO), field.rational(Rational.ONE)];

  it('division by what may not be positive', () => {
    for (const y of [zero, { lo: -1n, hi: 1n }, { lo: -2n, hi: -1n }]) {
      expect(() => field.div(one, y)).toThrow(InsufficientPrecisionError);
    }
  });

  it('logarithms of what may not, or cannot, be positive', () => {
    expect(() => field.log({ lo: 0n, hi: 1n })).toThrow(InsufficientPrecisionError);
    for (const x of [zero, { lo: -2n, hi: 0n }, { lo: -2n, hi: -1n }]) {
      expect(() => field.log(x)).toThrow(DomainError);
      expect(() => field.log(x)).toThrow('a number that is not positive');
    }
  });

  it('powers of negative bases and by what is negative, too large or no number', () => {
    expect(() => field.pow({ lo: -1n, hi: 1n }, 2n)).toThrow('a fixed-point power needs a base that is not negative');
    for (const n of [-1n, Rational.of(-1, 2), 2n ** 53n]) expect(() => field.pow(one, n)).toThrow(DomainError);
    expect(field.pow(zero, 0n)).toEqual(one);
  });
});
