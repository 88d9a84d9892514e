/** What cases are made of. */
import type { Tape } from './family.ts';

/** An integer in min…max. */
export function integer(tape: Tape, min: number, max: number): number {
  return min + Math.floor(tape() * (max - min + 1));
}

export function oneOf<T>(tape: Tape, choices: readonly T[]): T {
  return choices[integer(tape, 0, choices.length - 1)] as T;
}

/** An integer in 0…2^bits − 1. */
export function bits(tape: Tape, count: number): bigint {
  let value = 0n;
  let left = count;
  for (; left > 32; left -= 32) value = (value << 32n) + BigInt(Math.floor(tape() * 2 ** 32));
  return (value << BigInt(left)) + BigInt(Math.floor(tape() * 2 ** left));
}

/** A positive integer of a random number of bits up to `count`. */
export function positive(tape: Tape, count: number): bigint {
  return bits(tape, integer(tape, 0, count)) + 1n;
}

/** A double-double, normalised. */
export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

export function pair(hi: number, lo: number): Pair {
  const sum = hi + lo;
  return { hi: sum, lo: hi - sum + lo };
}

/** A low part of any size that goes with hi, often the largest: half an ulp. */
export function lowOf(tape: Tape, hi: number): number {
  const ulp = ulpOf(hi);
  const kind = tape();
  const sign = tape() < 0.5 ? -1 : 1;
  if (kind < 0.3) return sign * ulp * (0.5 - 2 ** -integer(tape, 2, 53));
  if (kind < 0.4) return sign * ulp * 2 ** -integer(tape, 2, 53);
  return sign * ulp * 0.5 * tape();
}

/** The distance from |x| to the next double away from 0, for normal x. */
export function ulpOf(x: number): number {
  return 2 ** (exponentOf(x) - 52);
}

/** e with 2^e ≤ |x| < 2^(e+1). */
export function exponentOf(x: number): number {
  let e = Math.floor(Math.log2(Math.abs(x)));
  while (2 ** e > Math.abs(x)) e -= 1;
  while (2 ** (e + 1) <= Math.abs(x)) e += 1;
  return e;
}

/** A positive double-double of size 2^−range … 2^range. */
export function positivePair(tape: Tape, range: number): Pair {
  const hi = mantissa(tape) * 2 ** integer(tape, -range, range);
  return pair(hi, lowOf(tape, hi));
}

export function signedPair(tape: Tape, range: number): Pair {
  const { hi, lo } = positivePair(tape, range);
  return tape() < 0.5 ? { hi, lo } : { hi: -hi, lo: -lo };
}

/** In [1, 2): anywhere, or close to an end. */
function mantissa(tape: Tape): number {
  const kind = tape();
  if (kind < 0.2) return 1 + 2 ** -integer(tape, 1, 52);
  if (kind < 0.3) return 2 - 2 ** -integer(tape, 1, 52);
  if (kind < 0.4) return 1 + tape() * 2 ** -integer(tape, 1, 40);
  return 1 + tape();
}

export function showPair({ hi, lo }: Pair): string {
  return `${hi} + ${lo}`;
}
