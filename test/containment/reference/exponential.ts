/**
 * e^x for x ≥ 0 with a mantissa of its own, by many halvings and the plain Taylor series: code that the sources share nothing with. An
 * e^−x is compared through e^x·e^−x = 1.
 */
import type { Dyadic } from './dyadic.ts';

/** Halvings of an argument below 1024. */
const HALVINGS = 30n;
/**
 * The argument and some 20 terms are low by less than 2 units each, at 2^−bits relative; a cut loses 2^(4 − bits); each of 30 squarings
 * doubles what went before: below 2^(36 − bits).
 */
export const LOST_BITS = 40;

/** e^(num/den) for 0 ≤ num/den < 1024, low by less than 2^(LOST_BITS − bits) relative. */
export function growth(num: bigint, den: bigint, bits: number): Dyadic {
  const width = BigInt(bits);
  const v = (num << (width - HALVINGS)) / den;
  let term = 1n << width;
  let sum = 0n;
  for (let k = 1n; term > 0n; k += 1n) {
    sum += term;
    term = ((term * v) >> width) / k;
  }
  let exponent = -bits;
  for (let i = 0n; i < HALVINGS; i += 1n) {
    sum *= sum;
    exponent *= 2;
    const excess = BigInt(sum.toString(16).length * 4 - bits);
    sum >>= excess;
    exponent += Number(excess);
  }
  return { m: sum, e: exponent };
}
