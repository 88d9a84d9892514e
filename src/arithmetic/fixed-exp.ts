/** The exponential on BigInt fixed point, with the conventions of `fixed-point.ts`. */
import { ceilDiv, floorDiv } from './bigint.ts';
import { RangeExceededError } from './errors.ts';
import { type FixedInterval, ln2At } from './fixed-point.ts';

/** exp is tabulated at i/2^7 for arguments up to 4, and at j/2^14 below 2^−7. */
const COARSE_BITS = 7;
const FINE_BITS = 14;
const COARSE_SIZE = 4 << COARSE_BITS;

/** Beyond this precision an entry, which costs more than the series that it shortens, is too rarely used again. */
const TABLED_BITS = 1024;

/** Bits below an ulp, which take up the errors of the tables and of the series. */
const EXTRA_BITS = 16;

/** Halvings of the argument before a series without tables. */
const HALVINGS = 12;

interface Tables {
  readonly coarse: (bigint | undefined)[];
  readonly fine: (bigint | undefined)[];
}

const tables = new Map<number, Tables>();

function tablesAt(bits: number): Tables {
  let found = tables.get(bits);
  if (!found) {
    found = { coarse: [], fine: [] };
    tables.set(bits, found);
  }
  return found;
}

/** An integer that is below exp(j·2^(−shift)) by at most 2 ulps, as `expByHalving` says for these precisions. */
function entry(list: (bigint | undefined)[], j: number, shift: number, bits: number): bigint {
  const known = list[j];
  if (known !== undefined) return known;
  const { lo } = expByHalving(BigInt(j) << BigInt(bits - shift), bits);
  list[j] = lo;
  return lo;
}

/**
 * Enclosure of exp(r) for 0 ≤ r = R·2^−bits ≤ 4, in units of 2^−bits, at most 2 ulps wide.
 *
 * r = i/2^7 + j/2^14 + s with s < 2^−14, and exp(r) is the product of two entries of tables and a series, with W = bits + EXTRA_BITS bits.
 * In the series, T_{k+1} = ⌊T_k·S/(k+1)⌋ is low by e_{k+1} ≤ e_k·s + 2 < 3 ulps. Where the computed T_N is 0 the tail is below
 * 3·(1 + s + …) < 4 ulps. N terms and the tail together are low by less than 3N + 4. The series and exp(j/2^14) are below 1.01 together,
 * and exp(i/2^7) ≤ e^4 < 55. So the product of the series and the fine entry is low by less than 1.01·(3N + 4) + 2·1.01 + 1, and that with
 * the coarse entry by less than 55·(1.01·(3N + 4) + 3.02) + 2·1.01 + 1 < 168N + 400, which is `error`. For at most TABLED_BITS, N ≤ 75, so
 * that it is below 2^EXTRA_BITS.
 */
export function expSmall(r: bigint, bits: number): FixedInterval {
  if (bits > TABLED_BITS) return expByHalving(r, bits);
  const extra = BigInt(EXTRA_BITS);
  const precision = bits + EXTRA_BITS;
  const width = BigInt(precision);
  const whole = r << extra;
  const i = Math.min(COARSE_SIZE, Number(whole >> BigInt(precision - COARSE_BITS)));
  const left = whole - (BigInt(i) << BigInt(precision - COARSE_BITS));
  const j = Number(left >> BigInt(precision - FINE_BITS));
  const s = left - (BigInt(j) << BigInt(precision - FINE_BITS));
  let power = 1n << width;
  let sum = power;
  let k = 0;
  while (power > 0n) {
    k += 1;
    power = ((power * s) >> width) / (INTEGERS[k] as bigint);
    sum += power;
  }
  const { coarse, fine } = tablesAt(precision);
  if (j > 0) sum = (sum * entry(fine, j, FINE_BITS, precision)) >> width;
  if (i > 0) sum = (sum * entry(coarse, i, COARSE_BITS, precision)) >> width;
  const error = BigInt(168 * k + 400);
  return { lo: sum >> extra, hi: ((sum + error) >> extra) + 1n };
}

/** 0, 1, 2, …, kept because creating a small BigInt costs as much as dividing by it. */
const INTEGERS = Array.from({ length: 128 }, (_, k) => BigInt(k));

/**
 * The same without tables. The series is computed with W = bits + 4·HALVINGS bits at v = r/2^HALVINGS ≤ 2^−10. T_{k+1} = ⌊T_k·V/(k+1)⌋ is
 * low by e_{k+1} ≤ e_k·v + 1 < 2 ulps. Where the computed T_N is 0 the tail is below 2·2·(1 + v + …) < 5 ulps. N terms and the tail
 * together are low by less than 2N + 5. The squarings round each endpoint outward.
 */
function expByHalving(r: bigint, bits: number): FixedInterval {
  const extra = BigInt(4 * HALVINGS);
  const width = BigInt(bits) + extra;
  const v = (r << extra) >> BigInt(HALVINGS);
  let power = 1n << width;
  let sum = 0n;
  let k = 0n;
  while (power > 0n) {
    sum += power;
    k += 1n;
    power = ((power * v) >> width) / k;
  }
  let lo = sum;
  let hi = sum + 2n * k + 5n;
  for (let i = 0; i < HALVINGS; i += 1) {
    lo = (lo * lo) >> width;
    hi = ((hi * hi) >> width) + 1n;
  }
  return { lo: lo >> extra, hi: ceilDiv(hi, 1n << extra) };
}

/** The most halvings or doublings of a result, 2^13. Larger and smaller results are not needed here. */
const MAX_DOUBLINGS = 8192n;

/**
 * Enclosure of exp(x) for x = X·2^−bits, by x = k log 2 + r. k is chosen by the enclosure of log 2, so that r is in [0, log 2] up to k
 * ulps. Where the lower r is below 0, exp(r) ≥ 1 + r is used.
 */
export function expFixed(x: bigint, bits: number): FixedInterval {
  const width = bits + 16;
  const value = x << 16n;
  const log2 = ln2At(width);
  const k = floorDiv(value, log2.hi);
  if (k > MAX_DOUBLINGS) throw new RangeExceededError('the exponential of a number so large is out of range');
  if (k < -MAX_DOUBLINGS - BigInt(width)) return { lo: 0n, hi: 1n };
  const r = k >= 0n ? [value - k * log2.hi, value - k * log2.lo] : [value - k * log2.lo, value - k * log2.hi];
  const [low, high] = r as [bigint, bigint];
  const near = expSmall(low >= 0n ? low : high, width);
  const lo = low >= 0n ? near.lo : (1n << BigInt(width)) + low;
  const hi = low >= 0n ? grown(near.hi, high - low, width) : near.hi;
  const shift = 16n - k;
  return shift <= 0n ? { lo: lo << -shift, hi: hi << -shift } : { lo: lo >> shift, hi: -(-hi >> shift) };
}

/**
 * An upper bound of exp(x + d) for an upper bound of exp(x) and 0 ≤ d = D·2^−bits ≤ 1, by exp(d) ≤ 1 + d + d². One series then serves both
 * ends of a narrow interval.
 */
export function grown(upper: bigint, d: bigint, bits: number): bigint {
  if (d === 0n) return upper;
  const shift = BigInt(bits);
  return upper + ((upper * (d + ((d * d) >> shift) + 1n)) >> shift) + 1n;
}
