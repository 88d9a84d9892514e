/**
 * Logarithms to hundreds of bits, by a way of their own: log of an integer is climbed up from log 2 by
 * log((m+1)/m) = 2 atanh(1/(2m+1)), and the series of atanh takes care of what is left. Nothing is shared with the sources.
 *
 * Fixed point: X stands for X·2^−bits. Every value is within ERROR units of the true one; the tests add that to what they find.
 */
import { lengthOf } from './dyadic.ts';

/** The table holds log(1 + j/SIZE). */
const SIZE = 256;

/**
 * A series of N terms is low by at most 6N + 7 units: less than 1 for s, less than 2 for each power, less than 1 for each quotient,
 * twice. For bits ≤ 1024 a climb of 255 steps with N ≤ 57 makes less than 2^17; k log 2 with |k| ≤ 2^11 and N ≤ 324 less than 2^22.
 */
export const ERROR = 1n << 23n;

/** 2 atanh(a/b) for 0 ≤ a/b ≤ 1/2, low by at most 6N + 7 units. */
export function twiceAtanh(a: bigint, b: bigint, bits: number): bigint {
  const shift = BigInt(bits);
  const s = (a << shift) / b;
  const square = (s * s) >> shift;
  let power = s;
  let sum = 0n;
  for (let odd = 1n; power > 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> shift;
  }
  return 2n * sum;
}

interface Table {
  readonly two: bigint;
  readonly entries: readonly bigint[];
}

const tables = new Map<number, Table>();

function tableOf(bits: number): Table {
  let found = tables.get(bits);
  if (!found) {
    const entries = [0n];
    for (let j = 1; j < SIZE; j += 1) {
      entries.push((entries[j - 1] as bigint) + twiceAtanh(1n, BigInt(2 * (SIZE + j) - 1), bits));
    }
    found = { two: twiceAtanh(1n, 3n, bits), entries };
    tables.set(bits, found);
  }
  return found;
}

/** log(num/den) for num, den > 0, within ERROR units. */
export function logarithm(num: bigint, den: bigint, bits: number): bigint {
  const { two, entries } = tableOf(bits);
  let k = lengthOf(num) - lengthOf(den);
  if (k >= 0 ? num < den << BigInt(k) : num << BigInt(-k) < den) k -= 1;
  const top = k < 0 ? num << BigInt(-k) : num;
  const bottom = k > 0 ? den << BigInt(k) : den;
  const j = Number((top * BigInt(SIZE)) / bottom) - SIZE;
  // top/bottom = (1 + j/SIZE)·(1 + δ), and the series takes δ/(2 + δ)
  const grid = BigInt(SIZE + j) * bottom;
  const scaled = top * BigInt(SIZE);
  return BigInt(k) * two + (entries[j] as bigint) + twiceAtanh(scaled - grid, scaled + grid, bits);
}

/** What encloses log(num/den); every rounding is downward unless a negative multiple of log 2 is among the terms. */
export function logarithmBounds(num: bigint, den: bigint, bits: number): { readonly lo: bigint; readonly hi: bigint } {
  if (num === den) return { lo: 0n, hi: 0n };
  const value = logarithm(num, den, bits);
  return { lo: num > den ? value : value - ERROR, hi: value + ERROR };
}
