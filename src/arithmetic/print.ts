import type { Decimal } from 'decimal.js';
import { toInterval } from './approximation.ts';
import { directed, quotient } from './decimal.ts';
import { DomainError } from './errors.ts';
import type { Interval } from './interval.ts';
import type { Real } from './real.ts';

/** An enclosure as decimal strings: lo ≤ the number ≤ hi. */
export interface PrintedInterval {
  readonly lo: string;
  readonly hi: string;
}

/** Digits beyond the wanted ones at which a first enclosure is worked out. */
const GUARD_DIGITS = 10;
/** So many digits are tried in double-double first, which is a hundred times as fast. */
const DOUBLE_DOUBLE_DIGITS = 25;
/** Attempts after which an enclosure that is narrow enough is taken although its ends are not the nearest ones. */
const ATTEMPTS_FOR_NEAREST = 3;
/** A number whose sign does not show by then is beyond the range of this arithmetic. */
const MAX_ATTEMPTS = 11;

/**
 * The narrowest decimals of `digits + 2` significant digits around a number, so that hi − lo ≤ 10^−digits·|value|; an exact
 * zero, and any number that fits, prints as itself. The precision is raised until the ends are neighbours, which makes the
 * result independent of how the number was worked out (but for numbers within a hair of a short decimal, where it may be two
 * units wide).
 * @example
 * printReal(rationalReal(Rational.of(2, 3)), 4).hi; // '0.666667'
 *
 * @throws DomainError for a number that may be 0: not exactly known, and not told from 0 at some ten thousand digits.
 */
export function printReal(value: Real, digits: number): PrintedInterval {
  const places = digits + 2;
  if (value.rational) {
    const { num, den } = value.rational;
    return { lo: text(quotient(num, den, places, 'down')), hi: text(quotient(num, den, places, 'up')) };
  }
  const approximation = digits <= DOUBLE_DOUBLE_DIGITS ? value.approximate() : null;
  if (approximation) {
    const [lo, hi] = outward(toInterval(approximation, digits + GUARD_DIGITS), places);
    if (widthInUnits(lo, hi, places) === 1) return { lo: text(lo), hi: text(hi) };
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const [lo, hi] = outward(value.enclose((digits + GUARD_DIGITS) * 2 ** attempt), places);
    const units = widthInUnits(lo, hi, places);
    if (units <= (attempt < ATTEMPTS_FOR_NEAREST ? 1 : 2)) return { lo: text(lo), hi: text(hi) };
    if (units === Number.POSITIVE_INFINITY && value.exact?.isZero()) return { lo: '0', hi: '0' };
  }
  throw new DomainError('a number is too close to 0 for its sign to be told');
}

/** The ends rounded outward to so many digits. */
function outward({ lo, hi }: Interval, places: number): [Decimal, Decimal] {
  return [new (directed(places, 'down'))(lo).plus(0), new (directed(places, 'up'))(hi).plus(0)];
}

/** hi − lo in units of the last of so many digits of the smaller end; Infinity while the sign is open. */
function widthInUnits(lo: Decimal, hi: Decimal, places: number): number {
  if (lo.eq(hi)) return 0;
  if (lo.lte(0) && hi.gte(0)) return Number.POSITIVE_INFINITY;
  const lastPlace = Math.min(lo.e, hi.e) - places + 1;
  const perUnit = new (directed(places, 'up'))(`1e${-lastPlace}`);
  return perUnit.times(hi.minus(lo)).toNumber();
}

/** An enclosure rounded outward to so many digits, as it stands. */
export function printInterval(interval: Interval, digits: number): PrintedInterval {
  const [lo, hi] = outward(interval, digits);
  return { lo: text(lo), hi: text(hi) };
}

function text(x: Decimal): string {
  return x.toString();
}
