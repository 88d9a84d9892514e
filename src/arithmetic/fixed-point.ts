/**
 * The logarithm on BigInt fixed point.
 *
 * A number x is stored as the integer X = ⌊x·2^P⌋; one unit of X is an ulp = 2^−P. Every function returns integers lo ≤ hi with
 * lo·2^−P ≤ f(x) ≤ hi·2^−P. All intermediate values are nonnegative and all roundings are floors. So computed values are at most the true
 * ones, and the bounds in the comments say by how much they are low.
 */
import { abs, bitLength } from './bigint.ts';

export interface FixedInterval {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** log is tabulated at 1 + j/2^7, and between 1 and 1 + 2^−7 also at 1 + j/2^14. */
const COARSE_BITS = 7;
const FINE_BITS = 14;

/** 1, 3, 5, …, kept because creating a small BigInt costs as much as dividing by it. */
const ODD = Array.from({ length: 256 }, (_, k) => BigInt(2 * k + 1));

interface Constants {
  readonly ln2: FixedInterval;
  readonly coarse: (FixedInterval | undefined)[];
  readonly fine: (FixedInterval | undefined)[];
}

const constants = new Map<number, Constants>();

function constantsAt(bits: number): Constants {
  let found = constants.get(bits);
  if (!found) {
    found = { ln2: machinLn2(bits), coarse: [], fine: [] };
    constants.set(bits, found);
  }
  return found;
}

/**
 * atanh(1/q) = Σ q^−(2k+1)/(2k+1). Nested floors of divisions by integers equal one floor, so each of the N terms used is low by less than
 * 1 ulp. The first omitted power is below 1 ulp, so the tail is below 1/(2N+1)·1/(1−q^−2) < 1 ulp. Together: less than N + 1 ulps.
 */
function atanhInverse(q: bigint, bits: number): FixedInterval {
  const square = q * q;
  let power = (1n << BigInt(bits)) / q;
  let sum = 0n;
  let odd = 1n;
  let terms = 0n;
  while (power > 0n) {
    sum += power / odd;
    power /= square;
    odd += 2n;
    terms += 1n;
  }
  return { lo: sum, hi: sum + terms + 1n };
}

/** log 2 = 18 atanh(1/26) − 2 atanh(1/4801) + 8 atanh(1/8749), a Machin-like identity. */
function machinLn2(bits: number): FixedInterval {
  const a = atanhInverse(26n, bits);
  const b = atanhInverse(4801n, bits);
  const c = atanhInverse(8749n, bits);
  return { lo: 18n * a.lo - 2n * b.hi + 8n * c.lo, hi: 18n * a.hi - 2n * b.lo + 8n * c.hi };
}

/**
 * log(a/b) = 2 atanh(s), s = (a−b)/(a+b), for 0 ≤ s ≤ 2^−8.
 * Let y = s². The computed S is low by < 1 ulp, so its atanh by < 1.01. In T_{k+1} = ⌊T_k·Y⌋ the errors obey
 * e_{k+1} ≤ e_k·y + T_k·e_y + 1 with y ≤ 2^−16, T_k ≤ 2^−8, e_y ≤ 2, so e_k < 2 ulps for all k; the division by
 * 2k+1 adds < 1. N terms are low by < 3N. The loop ends when the computed T_N is 0. Then the true T_N is below 3 ulps and the tail below
 * 3/(2N+1)·1.01 < 2. Doubled: less than 6N + 7 ulps.
 */
function logNearOne(a: bigint, b: bigint, bits: number): FixedInterval {
  const shift = BigInt(bits);
  const s = ((a - b) << shift) / (a + b);
  if (bits >= SPLITTING_BITS) return doubledAtanh(s, bits);
  const y = (s * s) >> shift;
  let power = s;
  let sum = 0n;
  let terms = 0;
  for (; power > 0n; terms += 1) {
    sum += power / (ODD[terms] ?? BigInt(2 * terms + 1));
    power = (power * y) >> shift;
  }
  const lo = sum << 1n;
  return { lo, hi: lo + BigInt(6 * terms + 7) };
}

/** From this precision on, the series has so many terms that it is cheaper in rows. */
const SPLITTING_BITS = 1024;

/**
 * 2 atanh(s) for s as above, with some 2√N long products for N terms instead of 2N (Smith's splitting): the sum over k of y^k/(2k+1) in rows
 * of m terms, by Horner's rule in y^m. With s < 2^−z, N terms with 2zN ≥ P − z leave a tail below 1.01 ulps.
 * Y = ⌊s²⌋ and the powers of y are low by < 1.1 ulps each, a term by < 2.1, and a row by < 2.1m. With y^m ≤ 2^−14 and a total ≤ 1.01, the total
 * is low by < 2.2m + 2.2, and its product with s ≤ 2^−7 by < 0.02m + 1.1. Together with s, low by < 1 ulp, and the tail: doubled, < m + 7.
 */
function doubledAtanh(s: bigint, bits: number): FixedInterval {
  if (s === 0n) return { lo: 0n, hi: 3n };
  const shift = BigInt(bits);
  const zeros = bits - bitLength(s);
  const terms = Math.floor((bits - zeros) / (2 * zeros)) + 1;
  const columns = Math.ceil(Math.sqrt(terms));
  const y = (s * s) >> shift;
  const powers = [1n << shift];
  for (let i = 1; i <= columns; i += 1) powers.push(((powers[i - 1] as bigint) * y) >> shift);
  const step = powers[columns] as bigint;
  let total = 0n;
  for (let row = Math.ceil(terms / columns) - 1; row >= 0; row -= 1) {
    total = (total * step) >> shift;
    for (let i = 0; i < columns; i += 1) {
      const k = row * columns + i;
      total += (powers[i] as bigint) / (ODD[k] ?? BigInt(2 * k + 1));
    }
  }
  const lo = ((total * s) >> shift) << 1n;
  return { lo, hi: lo + BigInt(columns + 7) };
}

/** log(1 + j/128) for 0 ≤ j < 128, by going up the table. Neighbours differ by a factor of at most 1 + 2^−7. */
function coarseEntry(j: number, bits: number): FixedInterval {
  const { coarse } = constantsAt(bits);
  const known = coarse[j];
  if (known) return known;
  let from = j;
  while (from > 0 && !coarse[from]) from -= 1;
  let entry = coarse[from] ?? { lo: 0n, hi: 0n };
  coarse[from] = entry;
  for (let i = from + 1; i <= j; i += 1) {
    const step = logNearOne(128n + BigInt(i), 127n + BigInt(i), bits);
    entry = { lo: entry.lo + step.lo, hi: entry.hi + step.hi };
    coarse[i] = entry;
  }
  return entry;
}

/** log(1 + j/2^14) for 0 ≤ j < 128. */
function fineEntry(j: number, bits: number): FixedInterval {
  const { fine } = constantsAt(bits);
  const one = 1n << BigInt(FINE_BITS);
  const entry = fine[j] ?? (j === 0 ? { lo: 0n, hi: 0n } : logNearOne(one + BigInt(j), one, bits));
  fine[j] = entry;
  return entry;
}

/**
 * Enclosure of log(num/den), num, den > 0, in units of 2^−bits. From 64 bits on its width is at most 64·bits ulps, from going up the table,
 * and 4·bits ulps for each doubling of num/den. With num/den = 2^k·x, x in [1, 2), the integer X = ⌊x·2^P⌋ is low by < 1 ulp, hence log x
 * by < 1 ulp.
 */
export function logRatio(num: bigint, den: bigint, bits: number): FixedInterval {
  let k = bitLength(num) - bitLength(den);
  if (k >= 0 ? num < den << BigInt(k) : num << BigInt(-k) < den) k -= 1;
  const shift = bits - k;
  const mantissa = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  return logScaled(k, mantissa, bits);
}

/** Enclosure of log(X·2^−bits), X > 0: as `logRatio` with the denominator 2^bits, for which quotients are shifts. */
export function logFixed(x: bigint, bits: number): FixedInterval {
  const k = bitLength(x) - 1 - bits;
  return logScaled(k, k >= 0 ? x >> BigInt(k) : x << BigInt(-k), bits);
}

/** log(2^k·x) for x in [1, 2), where X·2^−P may be 1 ulp too low for x. */
function logScaled(k: number, mantissa: bigint, bits: number): FixedInterval {
  const log = logMantissa(mantissa, bits);
  if (k === 0) return { lo: log.lo, hi: log.hi + 1n };
  const { ln2 } = constantsAt(bits);
  const big = BigInt(k);
  return k > 0
    ? { lo: big * ln2.lo + log.lo, hi: big * ln2.hi + log.hi + 1n }
    : { lo: big * ln2.hi + log.lo, hi: big * ln2.lo + log.hi + 1n };
}

/**
 * log(X·2^−P) for x = X·2^−P in [1, 2). x = c·t, where c = 1 + i/128 is the grid point below x. d = 1 + j/2^14 is the grid point below
 * t < 1 + 2^−7, so (t−d)/(t+d) is in [0, 2^−15). The integer for t is low by < 1 ulp, hence log t by < 1 ulp.
 */
function logMantissa(mantissa: bigint, bits: number): FixedInterval {
  const i = Number(mantissa >> BigInt(bits - COARSE_BITS)) - 128;
  const t = (mantissa << BigInt(COARSE_BITS)) / (128n + BigInt(i));
  const grid = t >> BigInt(bits - FINE_BITS);
  const near = logNearOne(t, grid << BigInt(bits - FINE_BITS), bits);
  const coarse = coarseEntry(i, bits);
  const fine = fineEntry(Number(grid) - (1 << FINE_BITS), bits);
  return { lo: coarse.lo + fine.lo + near.lo, hi: coarse.hi + fine.hi + near.hi + 1n };
}

/** Enclosure of log 2. */
export function ln2At(bits: number): FixedInterval {
  return constantsAt(bits).ln2;
}

/** About log₂(1/|num/den − 1|), at least 0: the bits of precision that log loses near 1. */
export function bitsNearOne(num: bigint, den: bigint): number {
  const difference = abs(num - den);
  return difference === 0n ? 0 : Math.max(0, bitLength(den) - bitLength(difference) + 1);
}
