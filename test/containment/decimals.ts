/** Decimal enclosures as integers over one power of ten. */
import { scientific } from '../../src/arithmetic/decimal.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { shareOfExact, shareOfOverlap } from './enclosure.ts';

/** The ends of a decimal enclosure over one power of ten, as integers. */
export function integers({ lo, hi }: Interval): { readonly lo: bigint; readonly hi: bigint; readonly places: bigint } {
  const [x, y] = [scientific(lo), scientific(hi)];
  const exponent = Math.min(x.exponent, y.exponent, 0);
  const whole = (end: { digits: bigint; exponent: number }): bigint =>
    end.digits * 10n ** BigInt(end.exponent - exponent);
  return { lo: whole(x), hi: whole(y), places: 10n ** BigInt(-exponent) };
}

/** |num/den − middle| over the radius of a decimal enclosure. */
export function shareOfDecimals(interval: Interval, num: bigint, den: bigint): number {
  const { lo, hi, places } = integers(interval);
  return shareOfExact({ lo, hi }, 0, num * places, den);
}

/** How far a decimal enclosure and [lo, hi]/one are from parting: at most 1 where they overlap. */
export function overlapOfDecimals(interval: Interval, lo: bigint, hi: bigint, one: bigint): number {
  const ends = integers(interval);
  return shareOfOverlap({ lo: ends.lo * one, hi: ends.hi * one }, { lo: lo * ends.places, hi: hi * ends.places });
}
