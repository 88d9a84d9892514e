/** Directed log, exp, log1p and expm1 of decimals, computed by the fixed-point series. */
import type { Decimal } from 'decimal.js';
import { ceilDiv, floorDiv } from './bigint.ts';
import { type Direction, directed, fraction, inRange, quotient, scientific } from './decimal.ts';
import { RangeExceededError } from './errors.ts';
import { expSmall } from './fixed-exp.ts';
import { bitsNearOne, type FixedInterval, logRatio } from './fixed-point.ts';
import { workingBits } from './precision.ts';

/** The largest power of ten that is written out; beyond it log 10 is used. */
const WRITTEN_OUT = 2000;
const LARGEST_EXP_ARGUMENT = 1e16;

/** Guard bits of every elementary function. */
const GUARD_BITS = 24;

function toDecimal(x: FixedInterval, bits: number, digits: number, direction: Direction): Decimal {
  return quotient(direction === 'down' ? x.lo : x.hi, 1n << BigInt(bits), digits, direction);
}

/** log(num/den) for num, den > 0. log 1 is exactly 0, and the relative precision is kept near 1. */
export function logOfRatio(num: bigint, den: bigint, digits: number, direction: Direction): Decimal {
  if (num === den) return new (directed(digits, direction))(0);
  const bits = workingBits(digits, GUARD_BITS + bitsNearOne(num, den));
  return toDecimal(logRatio(num, den, bits), bits, digits, direction);
}

/** log x for x > 0. */
export function logDirected(x: Decimal, digits: number, direction: Direction): Decimal {
  if (Math.abs(x.e) > WRITTEN_OUT) return logOfExtreme(x, digits, direction);
  const { num, den } = fraction(x);
  return logOfRatio(num, den, digits, direction);
}

/** log(D·10^e) = log D + e log 10. The number is far from 1, so the relative precision is kept. */
function logOfExtreme(x: Decimal, digits: number, direction: Direction): Decimal {
  const { digits: mantissa, exponent } = scientific(x);
  const bits = workingBits(digits, GUARD_BITS + 64);
  const log = logRatio(mantissa, 1n, bits);
  const tens = scaled(BigInt(exponent), logRatio(10n, 1n, bits));
  return toDecimal({ lo: log.lo + tens.lo, hi: log.hi + tens.hi }, bits, digits, direction);
}

function scaled(k: bigint, x: FixedInterval): FixedInterval {
  return k >= 0n ? { lo: k * x.lo, hi: k * x.hi } : { lo: k * x.hi, hi: k * x.lo };
}

/**
 * exp x, by x = k log 10 + r with r in [0, log 10] up to the error of log 10. The lower bound uses the lower r, the upper bound the upper
 * r. @throws RangeExceededError for |x| > 10^16.
 */
export function expDirected(x: Decimal, digits: number, direction: Direction): Decimal {
  const ctor = directed(digits, direction);
  if (x.isZero()) return new ctor(1);
  if (x.abs().gt(LARGEST_EXP_ARGUMENT)) throw new RangeExceededError(`exp(${x.toPrecision(6)}) is out of range`);
  const bits = workingBits(digits, GUARD_BITS + Math.max(0, x.e) * 4 + 16);
  const fixed = toFixedPoint(x, bits);
  const ten = logRatio(10n, 1n, bits);
  const k = floorDiv(fixed.lo, ten.hi);
  const tens = scaled(k, ten);
  const r = direction === 'down' ? fixed.lo - tens.hi : fixed.hi - tens.lo;
  // For k < 0 the lower r can be a few ulps below 0, where exp(r) ≥ 1 + r. The upper r cannot.
  const one = 1n << BigInt(bits);
  const value = r >= 0n ? expSmall(r, bits) : { lo: one + r, hi: one };
  return inRange(toDecimal(value, bits, digits, direction).times(new ctor(`1e${k}`)));
}

/** ⌊x·2^bits⌋ and ⌈x·2^bits⌉. For a tiny x one of them is 0 and the other is ±1. */
function toFixedPoint(x: Decimal, bits: number): FixedInterval {
  if (x.e < -bits) return x.isNegative() ? { lo: -1n, hi: 0n } : { lo: 0n, hi: 1n };
  const { num, den } = fraction(x);
  const top = num << BigInt(bits);
  return { lo: floorDiv(top, den), hi: ceilDiv(top, den) };
}

/** log(1 + x) for x > −1. The relative precision is kept near 0. */
export function log1pDirected(x: Decimal, digits: number, direction: Direction): Decimal {
  const ctor = directed(digits, direction);
  const own = new ctor(x);
  if (x.isZero()) return own;
  // log is increasing, so the logarithm of 1 + x rounded in the direction is still a bound.
  if (x.e > WRITTEN_OUT) return logDirected(own.plus(1), digits, direction);
  // x − x² ≤ log(1 + x) ≤ x for |x| ≤ 1/2, with x²/2 to spare for the rounding of the bound of x².
  if (x.e < -2 * digits - 4) return direction === 'up' ? own.plus(0) : own.minus(squareBound(own, digits));
  const { num, den } = fraction(x);
  return logOfRatio(num + den, den, digits, direction);
}

/** The bound |x|·10^(−2·digits−4) of x² for |x| below that power, up to one rounding. x² itself could underflow to 0. */
function squareBound(x: Decimal, digits: number): Decimal {
  return x.abs().times(`1e${-2 * digits - 4}`);
}

/** exp(x) − 1. The relative precision is kept near 0. */
export function expm1Directed(x: Decimal, digits: number, direction: Direction): Decimal {
  const ctor = directed(digits, direction);
  const own = new ctor(x);
  if (x.isZero()) return own;
  const lost = Math.max(0, -x.e);
  // x ≤ exp(x) − 1 ≤ x + x² for |x| ≤ 1.
  if (lost > 2 * digits + 4) return direction === 'down' ? own.plus(0) : own.plus(squareBound(own, digits));
  return new ctor(expDirected(x, digits + lost + 2, direction).minus(1)).plus(0);
}
