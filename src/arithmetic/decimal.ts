import { Decimal } from 'decimal.js';
import { bitLength, ceilDiv, floorDiv } from './bigint.ts';
import { RangeExceededError } from './errors.ts';

/** Exponents beyond ±this are refused. It is well inside decimal.js's own ±9e15, where results would be flushed to 0. */
const MAX_EXPONENT = 8e15;
const LOG10_2 = 0.30103;

export type Direction = 'down' | 'up';

/** A decimal.js constructor that rounds every result towards −∞ or +∞ at a fixed number of significant digits. */
export type DecimalConstructor = typeof Decimal;

const constructors = { down: new Map<number, DecimalConstructor>(), up: new Map<number, DecimalConstructor>() };

/** The constructor for a precision and direction. It is private to the arithmetic and frozen, so that its rounding mode cannot change. */
export function directed(digits: number, direction: Direction): DecimalConstructor {
  let found = constructors[direction].get(digits);
  if (!found) {
    const rounding = direction === 'down' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL;
    found = Object.freeze(Decimal.clone({ defaults: true, precision: digits, rounding, minE: -9e15, maxE: 9e15 }));
    constructors[direction].set(digits, found);
  }
  return found;
}

/** Powers of ten up to this one are kept: they cost as much as the division that they are for. */
const KEPT_POWERS = 512;
const powers: bigint[] = [];

/** 10^k for an integer k ≥ 0. */
function powerOfTen(k: number): bigint {
  if (k > KEPT_POWERS) return 10n ** BigInt(k);
  powers[k] ??= 10n ** BigInt(k);
  return powers[k];
}

/** num/den (den > 0) rounded to `digits` significant digits in the given direction; exact where it fits. */
export function quotient(num: bigint, den: bigint, digits: number, direction: Direction): Decimal {
  const ctor = directed(digits, direction);
  if (num === 0n) return new ctor(0);
  const magnitude = Math.floor((bitLength(num) - bitLength(den)) * LOG10_2);
  const scale = digits + 2 - magnitude;
  const power = powerOfTen(Math.abs(scale));
  const top = scale >= 0 ? num * power : num;
  const bottom = scale >= 0 ? den : den * power;
  const rounded = direction === 'down' ? floorDiv(top, bottom) : ceilDiv(top, bottom);
  // The constructor keeps all digits. Adding 0 rounds to its precision, in its direction.
  return new ctor(`${rounded}e${-scale}`).plus(0);
}

/** x = digits·10^exponent exactly, where the integer has no more digits than x. */
export function scientific(x: Decimal): { digits: bigint; exponent: number } {
  const [mantissa = '0', exponent = '0'] = x.toExponential().split('e');
  const point = mantissa.indexOf('.');
  const places = point < 0 ? 0 : mantissa.length - point - 1;
  return { digits: BigInt(mantissa.replace('.', '')), exponent: Number(exponent) - places };
}

/** x as a fraction of integers, for exponents small enough to write out the power of ten. */
export function fraction(x: Decimal): { num: bigint; den: bigint } {
  const { digits, exponent } = scientific(x);
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { num: digits, den: power } : { num: digits * power, den: 1n };
}

/**
 * @throws RangeExceededError where a product, quotient or power has left the safe range of exponents. A result of 0 that cannot be exact
 * has left it too, because decimal.js flushes underflow to 0 in every rounding direction.
 */
export function inRange(x: Decimal, canBeZero = true): Decimal {
  if (!x.isFinite() || Math.abs(x.e) > MAX_EXPONENT || (x.isZero() && !canBeZero)) {
    throw new RangeExceededError(`a result lies outside 10^±${MAX_EXPONENT}`);
  }
  return x;
}
