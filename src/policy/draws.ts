import { bitLength } from '../arithmetic/bigint.ts';
import { Rational } from '../arithmetic/rational.ts';
import { InputError } from './errors.ts';

/** The largest n that the computations accept. */
export const MAX_DRAWS = 1_000_000_000;

/** Checks the number of draws n. @throws InputError unless n is an integer in 1…10^9. */
export function checkDraws(n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > MAX_DRAWS) throw notDraws(String(n));
  return n;
}

/** A number of draws as callers pass it. A double stands for its exact binary value. */
export type Draws = number | Rational;

const MOST = BigInt(MAX_DRAWS);

/**
 * The exact value of a real number of draws, for the parts of the theory that hold for real n. Only here is a double n made exact.
 * @throws InputError unless n is in [1, 10^9].
 */
export function exactDraws(n: Draws, name = 'n'): Rational {
  if (Number.isInteger(n) && name === 'n') checkDraws(n as number);
  const exact = typeof n === 'number' && Number.isFinite(n) ? Rational.fromDouble(n) : n;
  if (!(exact instanceof Rational) || exact.num < exact.den || exact.num > exact.den * MOST) {
    throw new InputError(`${name} must be a number from 1 to ${MAX_DRAWS}, not ${n}`);
  }
  return exact.den === 1n ? exact : exact.reduced();
}

/** An integer number of draws. @throws InputError unless n is an integer in 1…10^9. */
export function integerDraws(n: Draws): number {
  if (typeof n === 'number') return checkDraws(n);
  const { num, den } = exactDraws(n);
  if (den !== 1n) throw notDraws(`${num}/${den}`);
  return Number(num);
}

/** The nearest double, or one next to it. It is exact where n is an integer; otherwise it is for display and costs only. */
export function nearest({ num, den }: Rational): number {
  if (den === 1n) return Number(num);
  const shift = QUOTIENT_BITS - bitLength(num) + bitLength(den);
  const [top, bottom] = shift > 0 ? [num << BigInt(shift), den] : [num, den << BigInt(-shift)];
  // The last bit stands for all that follow, so that the conversion rounds to the nearest double.
  const quotient = (top / bottom) | (top % bottom === 0n ? 0n : 1n);
  return scaled(Number(quotient), -shift);
}

/** More bits than a double holds. */
const QUOTIENT_BITS = 64;
/** Powers of two beyond this are not doubles. */
const MAX_EXPONENT = 1000;

/** x·2^exponent, where the power alone may not be a double. */
function scaled(x: number, exponent: number): number {
  const step = Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
  return step === exponent ? x * 2 ** exponent : scaled(x * 2 ** step, exponent - step);
}

/** Reads the number of draws n. @throws InputError unless the text is an integer in 1…10^9. */
export function parseDraws(text: string): number {
  if (!/^\+?\d{1,12}$/.test(text.trim())) throw notDraws(text);
  const n = Number(text);
  if (n < 1 || n > MAX_DRAWS) throw notDraws(text);
  return n;
}

function notDraws(text: string): InputError {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return new InputError(`n must be an integer from 1 to ${MAX_DRAWS}, not ${shown === '' ? 'empty' : shown}`);
}
