/**
 * Logarithm in double-double, by table and series.
 *
 * x = 2^k·m, m in [1, 2). A table gives c near 1/m, with 12 bits, and −log c. So r = m·c − 1 has |r| < 2^−10.69 and is computed almost
 * exactly; then log x = k log 2 − log c + log(1 + r).
 */
import { SPLITTER } from './double-double.ts';
import { logRatio } from './fixed-point.ts';

export const TABLE_BITS = 10;
const SIZE = 1 << TABLE_BITS;

/**
 * |computed − log x| ≤ LOG_ERROR·(1 + |log x|) in units of u² = 2^−106. Derivation, in these units:
 * - r = m·c − 1: the product is exact (c has 12 bits) and so is the subtraction (Sterbenz). l·c, at most 2u, and the sum with it
 *   round by 2 each. Renormalising a tiny r rounds by at most 4 more. The logarithm multiplies this by a slope of 1.001: 8.1.
 * - log(1+r) = r − r²P, P = 1/2 − r(1/3 − r(1/4 − rQ)) with Q in doubles. The error of Q, 2^−63.6, is multiplied by r⁴ ≤ 2^−42.7. The
 *   double-double steps err by some 10, multiplied by r² ≤ 2^−21.3. The series ends before r^10/10 < 2^−110. Together below 2.
 * - −log c is rounded to double-double twice: 1.4. k log 2: its constant and the low product round by 3|k|log 2 ≤ 3|log x| + 2.1.
 * - The two final sums round low parts only, by 3(1 + |log x|) each.
 * Sum: below 20(1 + |log x|).
 */
export const LOG_ERROR = 32;

/** c_j, and −log c_j and log 2 as double-doubles, from the certified series of `fixed-point`. */
export const C = new Float64Array(SIZE);
export const MINUS_LOG = new Float64Array(2 * SIZE);
export const LN2 = new Float64Array(2);

const ONE = 1n << 160n;
for (let j = 0; j < SIZE; j += 1) {
  const c = Math.round(2 ** 12 / (1 + (j + 0.5) / SIZE));
  C[j] = c / 2 ** 12;
  store(MINUS_LOG, 2 * j, logRatio(4096n, BigInt(c), 160).lo);
}
store(LN2, 0, logRatio(2n, 1n, 160).lo);

/** The integer X·2^−160 rounded to double-double: each part is the nearest or next to nearest double. */
function store(target: Float64Array, at: number, value: bigint): void {
  const hi = toDouble(value);
  target[at] = hi;
  target[at + 1] = toDouble(value - exact(hi));
}

function toDouble(value: bigint): number {
  return Number(value) / 2 ** 160;
}

/** hi·2^160 for a double whose last bit is above 2^−160. */
function exact(hi: number): bigint {
  return BigInt(hi * 2 ** 100) * (ONE >> 100n);
}

/** 1/3 as a double-double: 1 − 3·fl(1/3) = 2^−54. */
const THIRD = 1 / 3;
const THIRD_LOW = 2 ** -54 / 3;

const BITS = new Float64Array(1);
const WORDS = new Uint32Array(BITS.buffer);
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** R[z] ← log R[x] for a normal double-double R[x] > 0. */
export function log(R: Float64Array, z: number, x: number): void {
  const h = R[x] as number;
  // Exponent and the table index from the top mantissa bits.
  BITS[0] = h;
  const word = WORDS[HIGH] as number;
  const k = ((word >>> 20) & 0x7ff) - 1023;
  const j = (word >>> (20 - TABLE_BITS)) & (SIZE - 1);
  WORDS[HIGH] = (word & 0xfffff) | 0x3ff00000;
  const m = BITS[0] as number;
  WORDS[HIGH] = (1023 - k) << 20;
  WORDS[1 - HIGH] = 0;
  const l = (R[x + 1] as number) * (BITS[0] as number);
  const c = C[j] as number;
  // r = m·c − 1 + l·c
  const p = m * c;
  let t = SPLITTER * m;
  const mh = t - (t - m);
  const ml = m - mh;
  const e = mh * c - p + ml * c; // exact: c has 12 bits
  const s = p - 1; // exact, Sterbenz
  let rh = s + e;
  let rl = e - (rh - s) + l * c;
  if (Math.abs(s) < Math.abs(e)) rl = s - (rh - e) + l * c;
  t = rh + rl;
  rl -= t - rh;
  rh = t;
  // P = 1/2 − r(1/3 − r(1/4 − r·Q)), Q = 1/5 − r(1/6 − r(1/7 − r/8))
  const q = 0.2 - rh * (1 / 6 - rh * (1 / 7 - rh * (0.125 - rh / 9)));
  let d = rh * q;
  const bh = 0.25 - d;
  const bl = 0.25 - bh - d;
  // a = 1/3 − r·b
  t = SPLITTER * rh;
  const rhh = t - (t - rh);
  const rhl = rh - rhh;
  t = SPLITTER * bh;
  const bhh = t - (t - bh);
  const bhl = bh - bhh;
  let w = rh * bh;
  let v = rhh * bhh - w + rhh * bhl + rhl * bhh + rhl * bhl + (rh * bl + rl * bh);
  const ah = THIRD - w;
  const al = THIRD - ah - w + (THIRD_LOW - v);
  // P = 1/2 − r·a
  t = SPLITTER * ah;
  const ahh = t - (t - ah);
  const ahl = ah - ahh;
  w = rh * ah;
  v = rhh * ahh - w + rhh * ahl + rhl * ahh + rhl * ahl + (rh * al + rl * ah);
  const ph = 0.5 - w;
  const pl = 0.5 - ph - w - v;
  // r²
  const sh = rh * rh;
  const sl = rhh * rhh - sh + 2 * (rhh * rhl) + rhl * rhl + 2 * (rh * rl);
  // r²·P
  t = SPLITTER * sh;
  const shh = t - (t - sh);
  const shl = sh - shh;
  t = SPLITTER * ph;
  const phh = t - (t - ph);
  const phl = ph - phh;
  w = sh * ph;
  v = shh * phh - w + shh * phl + shl * phh + shl * phl + (sh * pl + sl * ph);
  // y = r − r²P
  let yh = rh - w;
  let yl = rh - yh - w + (rl - v);
  // y += −log c
  let gh = MINUS_LOG[2 * j] as number;
  let gl = MINUS_LOG[2 * j + 1] as number;
  // g += k log 2
  if (k !== 0) {
    const lh = LN2[0] as number;
    w = k * lh;
    t = SPLITTER * lh;
    const lhh = t - (t - lh);
    v = k * lhh - w + k * (lh - lhh) + k * (LN2[1] as number);
    d = w + gh;
    const z1 = d - w;
    gl = w - (d - z1) + (gh - z1) + (gl + v);
    gh = d + gl;
    gl -= gh - d;
  }
  d = gh + yh;
  const z2 = d - gh;
  yl = gh - (d - z2) + (yh - z2) + (gl + yl);
  yh = d + yl;
  R[z] = yh;
  R[z + 1] = yl - (yh - d);
}
