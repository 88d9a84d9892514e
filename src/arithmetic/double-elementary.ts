/**
 * Logarithm and exponential in plain doubles, by table and short series, with proven bounds. `Math.log` and `Math.exp` guarantee no
 * accuracy. Bounds are in units of u = 2^−53 and to first order. The neglected products of two roundings are below 2^−40 of the bounds, and
 * each bound has more than that to spare.
 */
import { expSmall } from './fixed-exp.ts';
import { logRatio } from './fixed-point.ts';

export const U = 2 ** -53;

/**
 * |negativeLog(x, d) − (−log x)| ≤ NEGATIVE_LOG_ERROR·u·|log x| where x and d = 1 − x are exact. In these units, with x = 2^k·m,
 * c ≈ 1/m of 10 bits, |m·c − 1| < 2^−8.4:
 * - d ≤ 1/4, so x = m/2: r = (2c − 1) − d·2c. The product rounds by d·2c ≤ 1.34|log x|, the difference by |r| ≤ 1.2|log x|. In the last
 *   interval, which has the smallest |log x|, 2c = 1 and r = −d is exact. This makes 2.6.
 *   log(1+r) = r(1 − rQ) rounds by 2.1|r| ≤ 2.5|log x|, the table's log 2c by half of 2.2|log x|, and the sum by 1. Together 7.2.
 * - d > 1/4, so |log x| > 0.28: the product in r = m·c − 1 rounds by 1, and the subtraction is exact (Sterbenz). For x ≥ 1/2 this makes
 *   3.6|log x|, and everything else is as above. For x < 1/2, |log x| > 0.69: 1.5|log x| for r, 4|log x| for k log 2 ≤ 2|log x| and its
 *   constant, 0.7 for the table, 3 for the two sums. Together 9.2.
 * The truncation of the series of 7 terms is below |r|^8/8 < 2^−61|r|.
 */
export const NEGATIVE_LOG_ERROR = 10;

/**
 * |log(z) − log z| ≤ LOG_ERROR·u·(1 + log z) for z ≥ 1. r errs by 1, the table by 0.5, k log 2 by 2 log z, and the sums by
 * 2(log z + 0.01).
 */
export const LOG_ERROR = 4;

/**
 * |exponential(E) − e^−E| ≤ EXPONENTIAL_ERROR·u·e^−E for 0 ≤ E ≤ 700. E = j·(log 2)/64 + f with |f| < 2^−7.4. The head of the constant has
 * 36 bits, so j·head is exact (j < 2^16), and so is E − j·head (Sterbenz). f errs by 2^−7.3. The truncation of the series of 7 terms is
 * below 2^−64. The series rounds by 1.1, the table by 1, and the product by 1. The power of two is exact, because the result is normal.
 */
export const EXPONENTIAL_ERROR = 4;

/** For larger E, e^−E < 2^−1009 is set to 0. */
export const LARGEST_EXPONENT = 700;

/** Bits at which tables are computed before they are rounded to doubles. */
const TABLE_BITS = 160;
const INDEX_BITS = 8;
const INTERVALS = 1 << INDEX_BITS;
/** For each interval of m in [1, 2): c, log c and log 2c. */
const LOGS = new Float64Array(3 * INTERVALS);
/** 2^(−j/64). */
const EXPONENTIALS = new Float64Array(64);
const LN2 = nearest(logRatio(2n, 1n, TABLE_BITS).lo);
const STEP = logRatio(2n, 1n, TABLE_BITS).lo >> 6n;
/** (log 2)/64 in two parts, the first of 36 bits: its leading bit is 2^−7. */
const STEP_HEAD = nearest((STEP >> BigInt(TABLE_BITS - 42)) << BigInt(TABLE_BITS - 42));
const STEP_TAIL = nearest(STEP & ((1n << BigInt(TABLE_BITS - 42)) - 1n));
const STEPS_PER_UNIT = 1 / nearest(STEP);

for (let j = 0; j < INTERVALS; j += 1) {
  const c = Math.round((512 * INTERVALS) / (INTERVALS + j + 0.5));
  LOGS[3 * j] = c / 512;
  LOGS[3 * j + 1] = -nearest(logRatio(512n, BigInt(c), TABLE_BITS).lo);
  LOGS[3 * j + 2] = nearest(logRatio(BigInt(c), 256n, TABLE_BITS).lo);
}
for (let j = 0; j < 64; j += 1) EXPONENTIALS[j] = nearest(expSmall(STEP * BigInt(64 - j), TABLE_BITS).lo) / 2;

/** The double nearest to X·2^−TABLE_BITS. */
function nearest(value: bigint): number {
  return Number(value) / 2 ** TABLE_BITS;
}

const BITS = new Float64Array(1);
const WORDS = new Int32Array(BITS.buffer);
/** The index of the word of a double that has the sign, the exponent and the first 20 bits of the mantissa. */
const TOP = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** 2^(1023 − e) at index e, the biased exponent of a double. It scales the double to its mantissa, exactly and without a memory write. */
export const SCALE = Float64Array.from({ length: 2047 }, (_, e) => 2 ** (1023 - e));

/** log(1 + r)/r for |r| < 2^−8.4: 7 terms, up to r^6. */
function seriesOfLog(r: number): number {
  return 1 - r * (0.5 - r * (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7))))));
}

/** −log x for 0 < x ≤ 1 and d = 1 − x. The smaller of the two carries the precision. */
export function negativeLog(x: number, d: number): number {
  BITS[0] = x;
  const word = WORDS[TOP] as number;
  const at = 3 * ((word >>> (20 - INDEX_BITS)) & (INTERVALS - 1));
  const c = LOGS[at] as number;
  let r: number;
  let base: number;
  if (d <= 0.25) {
    if (x >= 1) return d;
    r = 2 * c - 1 - d * (2 * c);
    base = LOGS[at + 2] as number;
  } else {
    const e = word >>> 20;
    r = x * (SCALE[e] as number) * c - 1;
    base = e === 1022 ? (LOGS[at + 2] as number) : (LOGS[at + 1] as number) - (e - 1023) * LN2;
  }
  return base - r * seriesOfLog(r);
}

/** log z for z ≥ 1. */
export function log(z: number): number {
  BITS[0] = z;
  const word = WORDS[TOP] as number;
  const at = 3 * ((word >>> (20 - INDEX_BITS)) & (INTERVALS - 1));
  const r = z * (SCALE[word >>> 20] as number) * (LOGS[at] as number) - 1;
  return ((word >>> 20) - 1023) * LN2 - (LOGS[at + 1] as number) + r * seriesOfLog(r);
}

/** e^−E for E ≥ 0. */
export function exponential(E: number): number {
  if (E > LARGEST_EXPONENT) return 0;
  const j = (E * STEPS_PER_UNIT + 0.5) | 0;
  const f = E - j * STEP_HEAD - j * STEP_TAIL;
  const series = 1 - f * (1 - f * (0.5 - f * (1 / 6 - f * (1 / 24 - f * (1 / 120 - f * (1 / 720))))));
  return (EXPONENTIALS[j & 63] as number) * series * (SCALE[1023 + (j >> 6)] as number);
}
