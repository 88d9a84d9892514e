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

/** A point of a curve at a parameter. The KL is in nats, and `slope` is its derivative with respect to the parameter. */
export interface CurvePoint {
  readonly kl: FixedInterval;
  readonly slope: FixedInterval;
  winRate(): FixedInterval;
}

/** A curve of win rate against KL with a parameter t > 0. Both increase in t; at t = 0 the win rate is 1/2 and the KL is 0. */
export interface Curve {
  /** The curve at t·2^−bits. */
  at(field: FixedField, t: bigint): CurvePoint;
  /**
   * Starting points for Newton's method at a given KL: √(`square`·KL) near 0, `start` in between, and `startAtLarge` for a large
   * KL, which it takes as kl·2^−bits.
   */
  readonly square: bigint;
  start(kl: number): number;
  startAtLarge(field: FixedField, kl: bigint): bigint;
}

const GUARD_BITS = 40;
/** `start` is used for a KL between these two. */
const SMALL = 1e-6;
const LARGE = 30;
/** The most Newton steps, and the most steps away from Newton's result, before the precision is raised. */
const MAX_STEPS = 60;
/** The largest KL for which a parameter is computed. The number of bits grows with the KL. */
const MAX_NATS = 10_000;
const DOUBLE_BITS = 52;
/** Digits of the cheap enclosure: the precision that double-doubles give for most KLs. */
const CHEAP_DIGITS = 28;

/** Win rates closer to 1 than 10^−this are not distinguished from 1. */
const MAX_NINES = 2000;
/** e^(−2.31k) < 10^−k. */
const NATS_PER_DIGIT = 2.31;

type Side = 'below' | 'above';

/** A parameter that is certified to lie below or above the solution. */
interface Place {
  readonly field: FixedField;
  readonly t: bigint;
  readonly point: CurvePoint;
}

/**
 * The win rate of a curve at a KL Δ ≥ 0, in nats; exactly 1/2 at Δ = 0.
 *
 * Guarantee: enclosures. The lower end is the win rate at a parameter whose KL is certified to be at most Δ. The upper end is the win
 * rate at a parameter whose KL is certified to be at least Δ. How these parameters were found does not matter. At D digits, for Δ below
 * 10^−2D only 1/2 ≤ W ≤ 1/2 + √(Δ/6) < 1/2 + 10^−D is used (the uniform law is sub-Gaussian of variance 1/12); for Δ above D log 10 only
 * 1 − e^−Δ ≤ W ≤ 1. Both hold on every curve from that of best-of-n up to the optimal one.
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

/** The interval from the win rate at the lower end of an enclosed KL to the win rate at its upper end. */
function winRatesBetween(curve: Curve, delta: Interval, digits: number): Interval {
  const { lo, hi } = notNegative(delta);
  const tiny = `1e${-2 * digits}`;
  const nines = Math.min(digits, MAX_NINES);
  const large = nines * NATS_PER_DIGIT;
  const half = Rational.of(1, 2);
  const below = lo.gt(large) || lo.lt(tiny) ? undefined : placeOf(curve, lo, digits, 'below');
  const above = hi.gt(large) || hi.lt(tiny) ? undefined : placeOf(curve, hi, digits, 'above', below);
  const lower = below ? endOf(below, 'lo') : lo.lt(tiny) ? half : Rational.ONE.sub(power(nines));
  const upper = above ? endOf(above, 'hi') : hi.gt(large) ? Rational.ONE : half.add(power(digits));
  return new Interval(intervals(digits).rational(lower).lo, intervals(digits).rational(upper).hi);
}

/** The same from a double-double enclosure of the KL. The interval enclosure of a KL over many atoms would be the main cost. */
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

/** The parameter of a curve at a KL Δ ≥ 0, enclosed in the same way as the win rate. @throws InputError as `winRateOn`. */
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
  if (delta.hi.lt(0)) throw new InputError(`a KL divergence must be at least 0, not ${delta.hi.toPrecision(3)}`);
  return delta;
}

function power(places: number): Rational {
  return Rational.of(1n, 10n ** BigInt(places));
}

function endOf({ field, point }: Place, end: 'lo' | 'hi'): Rational {
  return Rational.of(point.winRate()[end], 1n << BigInt(field.bits));
}

/**
 * A parameter near the solution for a KL > 0 and certified to lie on one side of it. Near 0 the KL is of order t², and its derivative loses
 * three times the leading zeros of t. At a large KL the derivative loses twice the digits of e^KL.
 */
function placeOf(curve: Curve, kl: Decimal, digits: number, side: Side, near?: Place): Place {
  if (kl.gt(MAX_NATS)) throw new RangeExceededError(`a KL of ${kl.toPrecision(3)} nats is out of range`);
  const zeros = Math.max(0, -kl.e);
  const field = new FixedField(workingBits(digits + 1.5 * zeros, 2 * Math.LOG2E * kl.toNumber() + GUARD_BITS));
  const { num, den } = fraction(kl);
  const target = field.rational(Rational.of(num, den));
  const start = near?.field.bits === field.bits ? near.t : startOf(curve, field, target.lo);
  const { t, error } = root(curve, field, target.lo, start);
  let away = error;
  for (let step = 0; step < MAX_STEPS; step += 1) {
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

/** √a with the precision of doubles. */
function squareRoot(a: bigint): bigint {
  const half = BigInt(Math.max(0, (bitLength(a) - 2 * DOUBLE_BITS) >> 1));
  return BigInt(Math.round(Math.sqrt(Number(a >> (2n * half))))) << half;
}

/** Newton's method, not certified: the parameter at a KL, and an estimate of its error from the width of the enclosures. */
function root(curve: Curve, field: FixedField, kl: bigint, start: bigint): { t: bigint; error: bigint } {
  const shift = BigInt(field.bits);
  let t = start;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const point = curve.at(field, t);
    if (point.slope.lo <= 0n) break;
    const change = ((point.kl.lo - kl) << shift) / point.slope.lo;
    t = change < t ? t - change : t >> 1n;
    const width = point.kl.hi - point.kl.lo + 1n;
    // Each step squares the relative error. It is done if the error was below 2^(−bits/2), or the KL is within the width of its enclosure.
    if ((change * change) << shift < t * t || abs(point.kl.lo - kl) <= width) {
      return { t, error: ((2n * width) << shift) / point.slope.lo + (t >> (shift - 2n)) + 1n };
    }
  }
  throw new InsufficientPrecisionError('the parameter of the curve is not found at this precision');
}
