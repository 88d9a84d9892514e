import type { Decimal } from 'decimal.js';
import { toInterval } from './approximation.ts';
import { directed, quotient } from './decimal.ts';
import { DomainError, InsufficientPrecisionError } from './errors.ts';
import type { Interval } from './interval.ts';
import type { Rational } from './rational.ts';
import type { Real } from './real-interface.ts';

/** An enclosure as decimal strings: lo ≤ the number ≤ hi. */
export interface PrintedInterval {
  readonly lo: string;
  readonly hi: string;
}

/** Digits of the first enclosure beyond the requested ones. */
const GUARD_DIGITS = 10;
/** Up to this many digits double-double is tried first, which is a hundred times as fast. */
const DOUBLE_DOUBLE_DIGITS = 25;
/** After this many attempts a narrow enough enclosure is accepted even if its ends are not the nearest decimals. */
const ATTEMPTS_FOR_NEAREST = 3;
/** The most attempts. A number whose sign is still unknown is beyond the range of this arithmetic. */
const MAX_ATTEMPTS = 11;
const MAX_DIGITS = 50_000;

/**
 * The narrowest decimals of `digits + 2` significant digits around a number, so that hi − lo ≤ 10^−digits·|value|. An exact zero, and any
 * number that fits, prints as itself. The precision is raised until the ends are neighbours. So the result does not depend on how the
 * number was computed, except for numbers extremely near to a short decimal, where it may be two units wide.
 * @example
 * printReal(rationalReal(Rational.of(2, 3)), 4).hi; // '0.666667'
 *
 * An enclosure may contain a power of ten. Its ends are then the decimals next to that power on either side.
 *
 * Guarantee: an enclosure. @throws DomainError for a number that may be 0: it has no exact form, and some ten thousand digits do not
 * distinguish it from 0; InsufficientPrecisionError for a number that no precision up to there encloses narrowly enough.
 */
export function printReal(value: Real, digits: number): PrintedInterval {
  const places = digits + 2;
  if (value.rational) return printRational(value.rational, places);
  const approximation = digits <= DOUBLE_DOUBLE_DIGITS ? value.approximate() : null;
  if (approximation) {
    const enclosure = toInterval(approximation, digits + GUARD_DIGITS);
    const [lo, hi] = outward(enclosure, places);
    if (widthInUnits(lo, hi, places) === 1 && !mayBeAnEnd(enclosure, lo, hi)) return { lo: text(lo), hi: text(hi) };
  }
  let units = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < MAX_ATTEMPTS && (digits + GUARD_DIGITS) * 2 ** attempt <= MAX_DIGITS; attempt += 1) {
    const enclosure = value.enclose((digits + GUARD_DIGITS) * 2 ** attempt);
    const [lo, hi] = outward(enclosure, places);
    units = widthInUnits(lo, hi, places);
    const isNearest = units === 0 || (units <= 1 && !mayBeAnEnd(enclosure, lo, hi));
    if (isNearest || (attempt >= ATTEMPTS_FOR_NEAREST && units <= 2)) return { lo: text(lo), hi: text(hi) };
    if (units === Number.POSITIVE_INFINITY && value.exact?.isZero()) return { lo: '0', hi: '0' };
    // A number that stays extremely near to a short decimal may be equal to it.
    const rational = attempt === ATTEMPTS_FOR_NEAREST - 1 ? value.exact?.refined().asRational() : null;
    if (rational) return printRational(rational, places);
  }
  if (units === Number.POSITIVE_INFINITY) throw new DomainError('a number is too close to 0 to determine its sign');
  throw new InsufficientPrecisionError(`${digits} digits of a number cannot be determined at any available precision`);
}

function printRational({ num, den }: Rational, places: number): PrintedInterval {
  return { lo: text(quotient(num, den, places, 'down')), hi: text(quotient(num, den, places, 'up')) };
}

/** The ends rounded outward to this many digits. */
function outward({ lo, hi }: Interval, places: number): [Decimal, Decimal] {
  return [new (directed(places, 'down'))(lo).plus(0), new (directed(places, 'up'))(hi).plus(0)];
}

/** Whether the number may equal one of its rounded ends, and would then print as that end. More digits or the exact form decide it. */
function mayBeAnEnd(enclosure: Interval, lo: Decimal, hi: Decimal): boolean {
  return enclosure.lo.eq(lo) || enclosure.hi.eq(hi);
}

/**
 * hi − lo in units of the last of `places` digits of the smaller end. Around a power of ten each side has its own units. Infinity where the
 * sign is unknown.
 */
function widthInUnits(lo: Decimal, hi: Decimal, places: number): number {
  if (lo.eq(hi)) return 0;
  if (lo.lte(0) && hi.gte(0)) return Number.POSITIVE_INFINITY;
  const [near, far] = lo.isNegative() ? [hi.neg(), lo.neg()] : [lo, hi];
  const power = new (directed(places, 'up'))(`1e${far.e}`);
  if (near.e === far.e - 1 && far.gt(power)) {
    // Add 1: the ends are not neighbours.
    return Math.max(widthInUnits(near, power, places), widthInUnits(power, far, places)) + 1;
  }
  const lastPlace = Math.min(lo.e, hi.e) - places + 1;
  const perUnit = new (directed(places, 'up'))(`1e${-lastPlace}`);
  return perUnit.times(hi.minus(lo)).toNumber();
}

/** An enclosure rounded outward to this many digits. Its precision is not raised. */
export function printInterval(interval: Interval, digits: number): PrintedInterval {
  const [lo, hi] = outward(interval, digits);
  return { lo: text(lo), hi: text(hi) };
}

function text(x: Decimal): string {
  return x.toString();
}
