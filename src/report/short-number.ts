import { Decimal } from 'decimal.js';
import type { PrintedInterval } from '../arithmetic/print.ts';

/** Wide enough for the ends of every enclosure that is printed, so that sums of them are exact. */
const Exact = Decimal.clone({ defaults: true, precision: 2_100 });

/**
 * A number as people read it: the value itself where both ends are the same; otherwise `digits` significant digits and, behind ±, a power of
 * ten that the number differs from them by at most. Guarantee: an enclosure, as the ends are.
 */
export function shortNumber({ lo, hi }: PrintedInterval, digits: number): string {
  if (lo === hi) return lo;
  const [least, most] = [new Exact(lo), new Exact(hi)];
  const value = least.toSignificantDigits(digits, Decimal.ROUND_HALF_EVEN);
  const off = Decimal.max(value.minus(least).abs(), most.minus(value).abs());
  return `${value.toPrecision(digits)} ± 1e${off.e + 1}`;
}
