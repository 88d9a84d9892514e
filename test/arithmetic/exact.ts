/** Exact rational views of decimals and enclosures, so that tests can say "contains" without rounding. */
import { Decimal } from 'decimal.js';
import type { FixedInterval } from '../../src/arithmetic/fixed-point.ts';
import { Interval } from '../../src/arithmetic/interval.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

/** Room for every digit that a test writes down. */
const Exact = Decimal.clone({ defaults: true, precision: 10_000, minE: -9e15, maxE: 9e15 });

/** A decimal from its digits, not rounded. */
export function decimal(text: string): Decimal {
  return new Exact(text);
}

/** [lo, hi] from digits; one argument makes a point. */
export function interval(lo: string, hi = lo): Interval {
  return new Interval(decimal(lo), decimal(hi));
}

/** log(num/den) */
export function log(num: bigint | number, den: bigint | number = 1n): LogForm {
  return LogForm.log(Rational.of(num, den));
}

/** The exact value of a decimal whose exponent is small enough to write out. */
export function toRational(x: Decimal): Rational {
  const [whole = '0', places = ''] = x.abs().toFixed().split('.');
  const size = Rational.of(BigInt(whole + places), 10n ** BigInt(places.length));
  return x.isNegative() ? size.neg() : size;
}

/** Whether an enclosure holds an exact value. */
export function holds({ lo, hi }: Interval, value: Rational): boolean {
  return toRational(lo).compare(value) <= 0 && value.compare(toRational(hi)) <= 0;
}

/** Whether an enclosure has a point in common with two exact bounds. */
export function meets({ lo, hi }: Interval, bounds: { readonly lo: Rational; readonly hi: Rational }): boolean {
  return toRational(lo).compare(bounds.hi) <= 0 && bounds.lo.compare(toRational(hi)) <= 0;
}

/** Whether a fixed-point enclosure, in units of 2^−bits, holds an exact value. */
export function fixedHolds({ lo, hi }: FixedInterval, bits: number, value: Rational): boolean {
  const scaled = value.mul(Rational.of(1n << BigInt(bits)));
  return Rational.of(lo).compare(scaled) <= 0 && scaled.compare(Rational.of(hi)) <= 0;
}

/** Whether one enclosure at `bits` holds another at a multiple `times` of that precision. */
export function fixedContains(outer: FixedInterval, inner: FixedInterval, bits: number, times: number): boolean {
  const shift = BigInt(bits * (times - 1));
  return outer.lo << shift <= inner.lo && inner.hi <= outer.hi << shift;
}

/** Width relative to the size of the lower end. */
export function relativeWidth({ lo, hi }: Interval): Decimal {
  return decimal(hi.toString()).minus(lo.toString()).div(lo.toString()).abs();
}
