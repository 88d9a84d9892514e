import type { Decimal } from 'decimal.js';
import { type Approximation, approximateInterval, toInterval } from '../arithmetic/approximation.ts';
import { abs, bitLength } from '../arithmetic/bigint.ts';
import { fraction } from '../arithmetic/decimal.ts';
import { InsufficientPrecisionError, RangeExceededError } from '../arithmetic/errors.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { FixedInterval } from '../arithmetic/fixed-point.ts';
import { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { workingBits } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { InputError } from '../policy/errors.ts';

/** What a curve has at a parameter; the KL is in nats and `slope` its derivative by the parameter. */
export interface CurvePoint {
  readonly kl: FixedInterval;
  readonly slope: FixedInterval;
  winRate(): FixedInterval;
}

/** A curve of win rate against KL by a parameter t > 0. Both increase in t, from 1/2 and from 0 at t = 0. */
export interface Curve {
  /** The curve at t·2^−bits. */
  at(field: FixedField, t: bigint): CurvePoint;
  /** Starting points for the parameter at a KL: near 0, where t² ≈ `square`·KL; in between; and at a large KL·2^−bits. */
  readonly square: bigint;
  start(kl: number): number;
  startAtLarge(field: FixedField, kl: bigint): bigint;
}

const GUARD_BITS = 40;
/** `start` serves for a KL between these. */
const SMALL = 1e-6;
const LARGE = 30;
/** Newton's steps, and steps away from its result, before the precision is raised. */
const MOST_STEPS = 60;
/** Parameters are not sought beyond: bits grow with the KL. */
const MOST_NATS = 10_000;
const DOUBLE_BITS = 52;
/** Digits of the cheap enclosure, those that double-doubles have of most KLs. */
const CHEAP_DIGITS = 28;

/** Win rates closer to 1 than 10^−this are not told from 1. */
const MOST_NINES = 2000;
/** e^(−2.31k) < 10^−k. */
const NATS_PER_DIGIT = 2.31;

type Side = 'below' | 'above';

/** A parameter certified to lie below or above the one sought. */
interface Place {
  readonly field: FixedField;
  readonly t: bigint;
  readonly point: CurvePoint;
}

/**
 * The win rate that a curve has at a KL Δ ≥ 0, in nats; exactly 1/2 at Δ = 0.
 *
 * Guarantee: enclosures. The lower end is the win rate at a parameter whose KL is certified to be at most Δ, the upper end at one
 * whose KL is certified to be at least Δ; how these parameters were found does not matter. Of a Δ below 10^−2D at D digits only
 * 1/2 ≤ W ≤ 1/2 + √(Δ/6) < 1/2 + 10^−D is used (the uniform law is sub-Gaussian of variance 1/12), of a Δ above D log 10 only
 * 1 − e^−Δ ≤ W ≤ 1; both hold on every curve from that of best-of-n up to the optimal one.
 *
 * @throws InputError, from the enclosures, where Δ is negative.
 */
export function winRateOn(curve: Curve, delta: Real): Real {
  if (delta.rational?.sign() === 0) return rationalReal(Rational.of(1, 2));
  return real({
    enclose: (digits) => winRatesBetween(curve, delta.enclose(digits), digits),
    approximate: () => cheapWinRate(curve, delta),
  });
}

/** From the win rate at the lower end to that at the upper end of an enclosed KL. */
function winRatesBetween(curve: Curve, delta: Interval, digits: number): Interval {
  const { lo, hi } = notNegative(delta);
  const tiny = `1e${-2 * digits}`;
  const nines = Math.min(digits, MOST_NINES);
  const large = nines * NATS_PER_DIGIT;
  const half = Rational.of(1, 2);
  const below = lo.gt(large) || lo.lt(tiny) ? undefined : placeOf(curve, lo, digits, 'below');
  const above = hi.gt(large) || hi.lt(tiny) ? undefined : placeOf(curve, hi, digits, 'above', below);
  const lower = below ? endOf(below, 'lo') : lo.lt(tiny) ? half : Rational.ONE.sub(power(nines));
  const upper = above ? endOf(above, 'hi') : hi.gt(large) ? Rational.ONE : half.add(power(digits));
  return new Interval(intervals(digits).rational(lower).lo, intervals(digits).rational(upper).hi);
}

/** The same from a cheap enclosure of the KL, where the intervals of a KL over many atoms would cost most. */
function cheapWinRate(curve: Curve, delta: Real): Approximation | null {
  const kl = delta.approximate();
  if (!kl) return null;
  try {
    return approximateInterval(winRatesBetween(curve, toInterval(kl, CHEAP_DIGITS), CHEAP_DIGITS));
  } catch (error) {
    if (error instanceof InsufficientPrecisionError) return null;
    throw error;
  }
}

/** The parameter of a curve at a KL Δ ≥ 0: enclosures, found as those of the win rate. @throws InputError as `winRateOn`. */
export function parameterOn(curve: Curve, delta: Real): Real {
  if (delta.rational?.sign() === 0) return rationalReal(Rational.ZERO);
  return real({
    enclose: (digits) => {
      const { lo, hi } = notNegative(delta.enclose(digits));
      const below = lo.gt(0) ? placeOf(curve, lo, digits, 'below') : undefined;
      const above = hi.gt(0) ? placeOf(curve, hi, digits, 'above', below) : undefined;
      const at = (place?: Place): Rational =>
        place ? Rational.of(place.t, 1n << BigInt(place.field.bits)) : Rational.ZERO;
      return new Interval(intervals(digits).rational(at(below)).lo, intervals(digits).rational(at(above)).hi);
    },
  });
}

function notNegative(delta: Interval): Interval {
  if (delta.hi.lt(0)) throw new InputError(`a KL divergence is at least 0, not ${delta.hi.toPrecision(3)}`);
  return delta;
}

function power(places: number): Rational {
  return Rational.of(1n, 10n ** BigInt(places));
}

function endOf({ field, point }: Place, end: 'lo' | 'hi'): Rational {
  return Rational.of(point.winRate()[end], 1n << BigInt(field.bits));
}

/**
 * A parameter on one side of that at a KL > 0, and near it. Near 0, where the KL is of the size of t², its derivative loses three times
 * the leading zeros of t; at a large KL it loses twice the digits of e^KL.
 */
function placeOf(curve: Curve, kl: Decimal, digits: number, side: Side, near?: Place): Place {
  if (kl.gt(MOST_NATS)) throw new RangeExceededError(`a KL of ${kl.toPrecision(3)} nats is out of range`);
  const zeros = Math.max(0, -kl.e);
  const field = new FixedField(workingBits(digits + 1.5 * zeros, 2 * Math.LOG2E * kl.toNumber() + GUARD_BITS));
  const { num, den } = fraction(kl);
  const target = field.rational(Rational.of(num, den));
  const start = near?.field.bits === field.bits ? near.t : startOf(curve, field, target.lo);
  const { t, error } = root(curve, field, target.lo, start);
  let away = error;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const moved = side === 'below' ? t - away : t + away;
    if (moved <= 0n) break;
    const point = curve.at(field, moved);
    if (side === 'below' ? point.kl.hi <= target.lo : point.kl.lo >= target.hi) return { field, t: moved, point };
    away *= 4n;
  }
  throw new InsufficientPrecisionError('no parameter of the curve is certified at this precision');
}

function startOf(curve: Curve, field: FixedField, kl: bigint): bigint {
  const value = Number(kl >> BigInt(field.bits - DOUBLE_BITS)) / 2 ** DOUBLE_BITS;
  if (value > LARGE) return curve.startAtLarge(field, kl);
  if (value < SMALL) return squareRoot((curve.square * kl) << BigInt(field.bits));
  return BigInt(Math.round(curve.start(value) * 2 ** DOUBLE_BITS)) << BigInt(field.bits - DOUBLE_BITS);
}

/** √a to the precision of doubles. */
function squareRoot(a: bigint): bigint {
  const half = BigInt(Math.max(0, (bitLength(a) - 2 * DOUBLE_BITS) >> 1));
  return BigInt(Math.round(Math.sqrt(Number(a >> (2n * half))))) << half;
}

/** Newton's method, not certified: the parameter at a KL, and how far off it may be by the width of the enclosures. */
function root(curve: Curve, field: FixedField, kl: bigint, start: bigint): { t: bigint; error: bigint } {
  const shift = BigInt(field.bits);
  let t = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const point = curve.at(field, t);
    if (point.slope.lo <= 0n) break;
    const change = ((point.kl.lo - kl) << shift) / point.slope.lo;
    t = change < t ? t - change : t >> 1n;
    const width = point.kl.hi - point.kl.lo + 1n;
    // The error is squared with each step: none is left where its relative size was below 2^(−bits/2), or within the enclosure.
    if ((change * change) << shift < t * t || abs(point.kl.lo - kl) <= width) {
      return { t, error: ((2n * width) << shift) / point.slope.lo + (t >> (shift - 2n)) + 1n };
    }
  }
  throw new InsufficientPrecisionError('the parameter of the curve is not found at this precision');
}
