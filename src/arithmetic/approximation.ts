import type { Decimal } from 'decimal.js';
import { bitLength } from './bigint.ts';
import { fraction } from './decimal.ts';
import { MUL_ERROR, productError, U2 } from './double-double.ts';
import { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { Rational } from './rational.ts';

/**
 * A number within `error` of hi + lo, |lo| ≤ 2u|hi|: the enclosure of double-double arithmetic, which has some 30 digits and loops without
 * allocation. Errors are absolute, and their bounds allow for their own rounding.
 */
export interface Approximation {
  readonly hi: number;
  readonly lo: number;
  readonly error: number;
}

/** A factor that covers the few roundings in computing an error bound from others. */
const SLACK = 1 + 2 ** -48;
/** The low parts of a sum of two round by 1 + 3 units of u² relative to |a| + |b|. Renormalising is exact. */
const SUM_ERROR = 8 * U2;
/** Beyond 2^±this, products of doubles could leave their range. */
const LARGEST_BITS = 900;
/** Integers up to this size are doubles. */
const LARGEST_INTEGER = BigInt(Number.MAX_SAFE_INTEGER);
/** Bits computed of a quotient of integers; double-double holds 106. */
const QUOTIENT_BITS = 110;

/** a + b. */
export function addApproximations(a: Approximation, b: Approximation): Approximation {
  return combine(a, b.hi, b.lo, b.error);
}

/** a − b. */
export function subtractApproximations(a: Approximation, b: Approximation): Approximation {
  return combine(a, -b.hi, -b.lo, b.error);
}

function combine(a: Approximation, bHi: number, bLo: number, bError: number): Approximation {
  const s = a.hi + bHi;
  const z = s - a.hi;
  const low = a.hi - (s - z) + (bHi - z) + (a.lo + bLo);
  const hi = s + low;
  const y = hi - s;
  const error = (a.error + bError + SUM_ERROR * (Math.abs(a.hi) + Math.abs(bHi))) * SLACK;
  return { hi, lo: s - (hi - y) + (low - y), error };
}

/** For factors between these sizes the error of a product is exact: neither the product nor its halves leave the range. */
const SMALLEST_FACTOR = 2 ** -400;
const LARGEST_FACTOR = 2 ** 400;

/**
 * a·b. With |lo| ≤ 2u|hi| the products with low parts round by 2 + 2, their sum by 4, and its sum with the rest of the high product by 5.
 * The product of the low parts, at most 4, is neglected. Together 17 u² of |ab|, below three times MUL_ERROR. The errors of a and b add
 * |a|e_b + |b|e_a + e_a e_b. Where a factor is below 2^−400, the product is taken for 0 with its whole size as the error. Null where one is above
 * 2^400.
 */
export function multiplyApproximations(a: Approximation, b: Approximation): Approximation | null {
  if (isExactZero(a) || isExactZero(b)) return { hi: 0, lo: 0, error: 0 };
  if (!(Math.abs(a.hi) <= LARGEST_FACTOR && Math.abs(b.hi) <= LARGEST_FACTOR)) return null;
  if (!isModerate(a.hi) || !isModerate(b.hi))
    return { hi: 0, lo: 0, error: mostOf(a) * mostOf(b) * SLACK + Number.MIN_VALUE };
  const p = a.hi * b.hi;
  const e = productError(a.hi, b.hi, p) + (a.hi * b.lo + a.lo * b.hi);
  const hi = p + e;
  const [x, y] = [Math.abs(a.hi) * SLACK, Math.abs(b.hi) * SLACK];
  const error = (x * b.error + y * a.error + a.error * b.error + 3 * MUL_ERROR * U2 * x * y) * SLACK + Number.MIN_VALUE;
  return { hi, lo: e - (hi - p), error };
}

/** A double that is at least the size of every number of an enclosure. */
function mostOf({ hi, error }: Approximation): number {
  return (Math.abs(hi) + error) * SLACK;
}

/** Whether it is 0 with no error. */
export function isExactZero({ hi, lo, error }: Approximation): boolean {
  return hi === 0 && lo === 0 && error === 0;
}

function isModerate(x: number): boolean {
  return Math.abs(x) >= SMALLEST_FACTOR && Math.abs(x) <= LARGEST_FACTOR;
}

/** Eight units of 2^−53: a margin for what each of the three functions below neglects. Their bounds are sound only with it. */
const ROOM = 2 ** -50;

/** The sign where it is certain, otherwise 0. Here |lo| ≤ 2^−52 |hi|, and the product has a relative rounding error of 2^−53. */
export function certainSign({ hi, error }: Approximation): -1 | 0 | 1 {
  if (Math.abs(hi) * (1 - ROOM) <= error) return 0;
  return hi > 0 ? 1 : -1;
}

/** A double that is at most the number. lo and two roundings together are less than 2^−51 (|hi| + error). */
export function lowerBound({ hi, error }: Approximation): number {
  return hi - error - (Math.abs(hi) + error) * ROOM;
}

/** A double that is at least the number. */
export function upperBound({ hi, error }: Approximation): number {
  return -lowerBound({ hi: -hi, lo: 0, error });
}

/** Smaller doubles have fewer than 53 bits. */
const SMALLEST_NORMAL = 2 ** -1022;

/** A double that is at most the number x ≥ 0. The conversion and the product each round by 2^−53. 0 below the normal doubles. */
export function doubleBelow(x: Decimal): number {
  const near = Math.min(x.toNumber(), Number.MAX_VALUE);
  return near > SMALLEST_NORMAL ? near * (1 - ROOM) : 0;
}

/** A rational as a double-double, with a relative error below 2^−104; null for numbers outside 2^±900. */
export function approximateRational({ num, den }: Rational): Approximation | null {
  if (num === 0n) return { hi: 0, lo: 0, error: 0 };
  if (num <= LARGEST_INTEGER && num >= -LARGEST_INTEGER && den <= LARGEST_INTEGER)
    return quotientOfDoubles(Number(num), Number(den));
  const shift = QUOTIENT_BITS - (bitLength(num) - bitLength(den));
  if (Math.abs(shift) > LARGEST_BITS) return null;
  const quotient = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  const head = Number(quotient);
  const unit = 2 ** -shift;
  const hi = head * unit;
  // The quotient is above 2^108, and its truncation error is below 1. Its rest below the head has a rounding error of 2^−106.
  return { hi, lo: Number(quotient - BigInt(head)) * unit, error: Math.abs(hi) * 2 ** -104 };
}

/**
 * n/d for integers: q = fl(n/d) leaves a remainder n − qd that is a double. It is computed without error from n − fl(qd), exact as both are
 * next to each other, and the error of the product. Dividing it by d rounds by u times u|q|.
 */
function quotientOfDoubles(n: number, d: number): Approximation {
  const hi = n / d;
  const p = hi * d;
  const rest = n - p - productError(hi, d, p);
  return { hi, lo: rest / d, error: rest === 0 ? 0 : Math.abs(hi) * 2 ** -104 };
}

/** The same enclosure with decimal endpoints of `digits` significant digits, rounded outward. */
export function toInterval({ hi, lo, error }: Approximation, digits: number): Interval {
  const field = intervals(digits);
  const middle = Rational.fromDouble(hi).add(Rational.fromDouble(lo));
  const radius = Rational.fromDouble(error);
  return new Interval(field.rational(middle.sub(radius)).lo, field.rational(middle.add(radius)).hi);
}

/** An enclosure as a double-double: its middle, with half its width as the error; null where the middle is outside 2^±900. */
export function approximateInterval({ lo, hi }: Interval): Approximation | null {
  const ends = [lo, hi].map((end) => {
    const { num, den } = fraction(end);
    return Rational.of(num, den);
  }) as [Rational, Rational];
  const middle = approximateRational(ends[0].add(ends[1]).div(Rational.of(2)));
  // The whole width instead of half covers its rounding. The smallest double covers a width that rounds to 0.
  const width = lo.eq(hi) ? 0 : hi.minus(lo).toNumber() + Number.MIN_VALUE;
  return middle && { ...middle, error: (middle.error + width) * SLACK };
}
