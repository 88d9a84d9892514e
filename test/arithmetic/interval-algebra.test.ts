import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interval } from '../../src/arithmetic/interval.ts';
import { type IntervalField, intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { anyRational, endsAndPoint, SEED } from './arbitraries.ts';
import { holds, toRational } from './exact.ts';

const precision = fc.constantFrom(2, 3, 7, 20, 40);
const options = { seed: SEED, numRuns: 500 };

/** An enclosure of [lo, hi], whose ends are rounded outward. */
function spanned(field: IntervalField, lo: Rational, hi: Rational): Interval {
  return new Interval(field.rational(lo).lo, field.rational(hi).hi);
}

/** Exact operations on points must land inside the enclosure of the operands' intervals. */
function contains(
  onIntervals: (field: IntervalField, x: Interval, y: Interval) => Interval,
  onPoints: (x: Rational, y: Rational) => Rational,
  divides = false,
): void {
  fc.assert(
    fc.property(precision, endsAndPoint, endsAndPoint, (digits, a, b) => {
      const field = intervals(digits);
      const [x, y] = [spanned(field, a.lo, a.hi), spanned(field, b.lo, b.hi)];
      fc.pre(!divides || !y.containsZero());
      expect(holds(onIntervals(field, x, y), onPoints(a.point, b.point))).toBe(true);
    }),
    options,
  );
}

describe('an interval operation encloses every exact result', () => {
  it('of sums', () => {
    contains(
      (field, x, y) => field.add(x, y),
      (x, y) => x.add(y),
    );
  });

  it('of differences', () => {
    contains(
      (field, x, y) => field.sub(x, y),
      (x, y) => x.sub(y),
    );
  });

  it('of products, whatever the signs', () => {
    contains(
      (field, x, y) => field.mul(x, y),
      (x, y) => x.mul(y),
    );
  });

  it('of quotients, whatever the signs', () => {
    contains(
      (field, x, y) => field.div(x, y),
      (x, y) => x.div(y),
      true,
    );
  });

  it('of integer powers, with mixed signs and around 0', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, fc.integer({ min: 0, max: 13 }), (digits, { lo, hi, point }, n) => {
        const field = intervals(digits);
        expect(holds(field.pow(spanned(field, lo, hi), BigInt(n)), point.pow(n))).toBe(true);
      }),
      options,
    );
  });

  it('of opposites', () => {
    fc.assert(
      fc.property(precision, endsAndPoint, (digits, { lo, hi, point }) => {
        const field = intervals(digits);
        expect(holds(field.neg(spanned(field, lo, hi)), point.neg())).toBe(true);
      }),
      options,
    );
  });
});

describe('rounding is outward and no further', () => {
  it('a rational is enclosed within one unit of the last digit', () => {
    fc.assert(
      fc.property(precision, anyRational, (digits, q) => {
        const enclosure = intervals(digits).rational(q);
        expect(holds(enclosure, q)).toBe(true);
        const unit = Rational.parse(`1e${Math.max(enclosure.lo.e, enclosure.hi.e) - digits + 1}`);
        const width = toRational(enclosure.hi).sub(toRational(enclosure.lo));
        expect(width.compare(unit) <= 0).toBe(true);
      }),
      options,
    );
  });

  it('numbers that fit are points, and small integers stay points under + − ×', () => {
    const field = intervals(10);
    const [two, three] = [field.integer(2), field.integer(-3)];
    for (const point of [
      two,
      field.add(two, three),
      field.sub(two, three),
      field.mul(two, three),
      field.pow(three, 5n),
    ]) {
      expect(point.isPoint()).toBe(true);
    }
    expect(field.pow(three, 5n).lo.toString()).toBe('-243');
  });

  it('an even power of an interval around 0 starts at 0, an odd one keeps the signs', () => {
    const field = intervals(10);
    const around = spanned(field, Rational.of(-3), Rational.of(2));
    expect(field.pow(around, 2n).toString()).toBe('[0, 9]');
    expect(field.pow(around, 3n).toString()).toBe('[-27, 8]');
    expect(field.pow(around, 0n).toString()).toBe('[1, 1]');
    expect(field.pow(field.neg(around), 2n).toString()).toBe('[0, 9]');
  });

  it('products of intervals of mixed signs take the extreme corners', () => {
    const field = intervals(10);
    const [x, y] = [spanned(field, Rational.of(-3), Rational.of(2)), spanned(field, Rational.of(-5), Rational.of(7))];
    expect(field.mul(x, y).toString()).toBe('[-21, 15]');
    const negative = spanned(field, Rational.of(-4), Rational.of(-2));
    expect(field.mul(negative, negative).toString()).toBe('[4, 16]');
    expect(field.div(x, negative).toString()).toBe('[-1, 1.5]');
  });

  it('(1 + 10^−60)² at 20 digits reaches above 1', () => {
    const field = intervals(20);
    const square = field.pow(field.rational(Rational.parse(`1.${'0'.repeat(59)}1`)), 2n);
    expect(square.hi.gt(1) && square.lo.gte(1)).toBe(true);
  });
});
