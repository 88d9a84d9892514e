import type { Decimal } from 'decimal.js';
import type { Approximation } from '../src/arithmetic/approximation.ts';
import { fraction, quotient } from '../src/arithmetic/decimal.ts';
import { Rational } from '../src/arithmetic/rational.ts';

/** A subject's exact bounds of a number: lo ≤ number ≤ hi if the subject guarantees enclosures. */
export interface Bounds {
  readonly lo: Rational;
  readonly hi: Rational;
}

export function boundsOfApproximation({ hi, lo, error }: Approximation): Bounds {
  const middle = Rational.fromDouble(hi).add(Rational.fromDouble(lo));
  const radius = Rational.fromDouble(error);
  return { lo: middle.sub(radius), hi: middle.add(radius) };
}

export function boundsOfDecimals(lo: Decimal, hi: Decimal): Bounds {
  const [low, high] = [fraction(lo), fraction(hi)];
  return { lo: Rational.of(low.num, low.den), hi: Rational.of(high.num, high.den) };
}

/** A plain double without any guarantee. */
export function boundsOfDouble(value: number): Bounds {
  const exact = Rational.fromDouble(value);
  return { lo: exact, hi: exact };
}

export function width({ lo, hi }: Bounds): Rational {
  return hi.sub(lo);
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.lo.compare(b.hi) <= 0 && b.lo.compare(a.hi) <= 0;
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Bounds, inner: Bounds): boolean {
  return outer.lo.compare(inner.lo) <= 0 && inner.hi.compare(outer.hi) <= 0;
}

/** The distance of a point from the middle of bounds, relative to the middle. */
export function relativeDistance({ lo }: Bounds, to: Bounds): Rational {
  const middle = to.lo.add(to.hi).mul(Rational.of(1, 2));
  return lo.sub(middle).abs().div(middle);
}

/** A number of few digits for tables, rounded up. */
export function roughly(x: Rational): string {
  return quotient(x.num, x.den, 2, 'up').toExponential(1);
}

/** `[lo, hi]`, rounded outward to `digits` digits; a point as one number. */
export function print({ lo, hi }: Bounds, digits: number): string {
  const low = quotient(lo.num, lo.den, digits, 'down').toString();
  const high = quotient(hi.num, hi.den, digits, 'up').toString();
  return lo.equals(hi) ? low : `[${low}, ${high}]`;
}
