import type { Approximation } from '../arithmetic/approximation.ts';
import * as logarithm from '../arithmetic/dd-log.ts';
import * as dd from '../arithmetic/double-double.ts';
import * as elementary from '../arithmetic/double-elementary.ts';
import * as law from './law.ts';
import type { WeightSums } from './weights.ts';

// The engine reads an imported constant through a cell each time, which would double the cost of the loop below; hence these locals.
const { C, MINUS_LOG } = logarithm;
const { FLUSH, MUL_ERROR, SPLITTER, U2 } = dd;
const { LARGEST_LOG } = law;
const { SCALE } = elementary;
const INDEX_SHIFT = 20 - logarithm.TABLE_BITS;
const INDEX_MASK = (1 << logarithm.TABLE_BITS) - 1;

/**
 * The kernel of the direct sum, by far the most used kernel. It has the steps of `law` and a shorter logarithm in local variables, which
 * are five times as fast as registers. Error bounds, in units of u² = 2^−106, to first order with 1/16 or more to spare:
 *
 * INVERSE_ERROR. With q = fl(1/T) and ρ = 1 − qT: ρ rounds by 1 + 1 + 2, qρ rounds by 2, and ρ² ≤ 4u² is neglected.
 * POWER_ERROR·n, relative. 1/T is not renormalised, and its rest is below 2u. Its product with C_i errs by 2 + 3 + 1 + 4 and neglects 2.
 *   The n − 1 products of normalised numbers err by MUL_ERROR each.
 * SUBTRACT_ERROR·F_i^n. Both sums of two are exact. The difference of the low parts rounds by 2, and its sum with the error of the high
 *   parts rounds by 3.
 * RATIO_ERROR, relative, of πT/w. The low parts of πT round by 1 + 1 + 2 + 3, and 1 is neglected. 1/w errs by 2u. The remainder rounds by
 *   3 + 6 + 1 + 7 and is at most 8u; its product with the inverse errs by 8·(2 + 1). Together 49.
 */
const INVERSE_ERROR = 10;
const QUANTILE_ERROR = 12;
const POWER_ERROR = 1.01 * (INVERSE_ERROR + QUANTILE_ERROR + MUL_ERROR);
const SUBTRACT_ERROR = 5;
const RATIO_ERROR = 50;
/**
 * Absolute error of a logarithm. After reduction |r| < 2^−10.69, and r³(1/3 − …) is computed in doubles. It is below 2^−33.6, has a
 * relative error of 8u, and rounds by up to 4u more when it is added to the low parts: 12u·2^−33.67 < 2^−83. The truncation of the series
 * is below 2^−99. All other errors are of order 2^−94.
 */
const LOG_ERROR = 2 ** -83;
/** One addition to the running sum rounds by this times |sum| + 2|term|. */
const SUM_ERROR = 8;
const TERM_ERROR = RATIO_ERROR + MUL_ERROR + 2 * SUM_ERROR;

const BITS = new Float64Array(1);
const WORDS = new Int32Array(BITS.buffer);
const TOP = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * KL(π‖p) = Σ π_i log(π_i/p_i), the direct sum, from the best atom down.
 *
 * Error of a term, with L = log(π_i/p_i) and δ the error of π_i. The relative error of the ratio is δ/π + RATIO_ERROR. This plus LOG_ERROR
 * is the absolute error of L. The product errs by δ|L| + π·(error of L) + MUL_ERROR·π|L|. Together this is at most
 * (1 + |L|)(1.05δ + (RATIO_ERROR + MUL_ERROR)·π) where δ ≤ π/16, plus LOG_ERROR·π, which sums to LOG_ERROR. Where δ > π/16 the term is left
 * out: |L| ≤ max(log n, (n−1)|log F_i|) < LARGEST_LOG where F_i^n ≥ 2^−440, and below that `leftOut` covers it.
 *
 * @param negligible F_i^n below which atoms are left out. The error covers their terms.
 */
export function klKernel(weights: WeightSums, n: number, negligible = law.NEGLIGIBLE): Approximation {
  const { size, cumulative, cumulativeRest } = weights;
  const mass = cumulativeRest ? weights.mass : null;
  const T = cumulative[size] as number;
  const TRest = cumulativeRest ? (cumulativeRest[size] as number) : 0;
  const ln2 = logarithm.LN2[0] as number;
  const ln2Rest = logarithm.LN2[1] as number;
  let t = SPLITTER * ln2;
  const ln2h = t - (t - ln2);
  const ln2l = ln2 - ln2h;
  t = SPLITTER * T;
  const Th = t - (t - T);
  const Tl = T - Th;
  // 1/T
  const I = 1 / T;
  t = SPLITTER * I;
  const Ih = t - (t - I);
  const Il = I - Ih;
  let p = I * T;
  const IRest = (1 - p - (Ih * Th - p + Ih * Tl + Il * Th + Il * Tl) - I * TRest) * I;

  const powerFactor = 2 * POWER_ERROR * n + SUBTRACT_ERROR;
  let u = 1; // F_i^n
  let uRest = 0;
  let up = T;
  let sum = 0;
  let sumRest = 0;
  let bound = 0;
  let rest = law.leftOut(0);
  for (let i = size; i > 0; i -= 1) {
    if (u < negligible) {
      rest = law.leftOut(u);
      break;
    }
    // F_{i−1}^n
    let b = 0;
    let bRest = 0;
    const c = cumulative[i - 1] as number;
    if (i > 1) {
      p = c * I;
      t = SPLITTER * c;
      let xh = t - (t - c);
      let xl = c - xh;
      let e = xh * Ih - p + xh * Il + xl * Ih + xl * Il + c * IRest;
      if (cumulativeRest) e += (cumulativeRest[i - 1] as number) * I;
      let f = p + e;
      let fRest = e - (f - p);
      b = 1;
      for (let k = n; ; ) {
        if ((k & 1) === 1) {
          if (b === 1 && bRest === 0) {
            b = f;
            bRest = fRest;
          } else {
            p = b * f;
            t = SPLITTER * b;
            const bh = t - (t - b);
            const bl = b - bh;
            t = SPLITTER * f;
            xh = t - (t - f);
            xl = f - xh;
            e = xh * bh - p + xh * bl + xl * bh + xl * bl + (b * fRest + bRest * f);
            b = p + e;
            bRest = e - (b - p);
          }
        }
        k >>>= 1;
        if (k === 0) break;
        p = f * f;
        t = SPLITTER * f;
        xh = t - (t - f);
        xl = f - xh;
        e = xh * xh - p + 2 * (xh * xl) + xl * xl + 2 * (f * fRest);
        f = p + e;
        fRest = e - (f - p);
        if (f < FLUSH || b < FLUSH) {
          b = 0;
          bRest = 0;
          break;
        }
      }
    }
    // π = F_i^n − F_{i−1}^n
    let s = u - b;
    let z = s - u;
    let low = u - (s - z) - (b + z) + (uRest - bRest);
    const pi = s + low;
    z = pi - s;
    const piRest = s - (pi - z) + (low - z);
    const delta = powerFactor * u;
    u = b;
    uRest = bRest;
    const w = mass ? (mass.heads[i - 1] as number) : up - c;
    up = c;
    if (16 * delta * U2 >= pi) {
      bound += LARGEST_LOG * (Math.abs(pi) / U2 + delta);
      continue;
    }
    // π·T/w
    t = SPLITTER * pi;
    const ph = t - (t - pi);
    const pl = pi - ph;
    p = pi * T;
    let e = ph * Th - p + ph * Tl + pl * Th + pl * Tl + (piRest * T + pi * TRest);
    const inverse = 1 / w;
    const q = p * inverse;
    t = SPLITTER * q;
    let xh = t - (t - q);
    let xl = q - xh;
    t = SPLITTER * w;
    const wh = t - (t - w);
    const wl = w - wh;
    z = q * w;
    e += p - z - (xh * wh - z + xh * wl + xl * wh + xl * wl);
    if (mass?.rests) e -= q * (mass.rests[i - 1] as number);
    const qRest = e * inverse;
    // its logarithm: q = 2^k·m, r = m·c_j − 1, log = k log 2 − log c_j + log(1 + r)
    BITS[0] = q;
    const word = WORDS[TOP] as number;
    const k = (word >>> 20) - 1023;
    const j = (word >>> INDEX_SHIFT) & INDEX_MASK;
    const scale = SCALE[k + 1023] as number;
    const m = q * scale;
    const factor = C[j] as number;
    p = m * factor;
    t = SPLITTER * m;
    xh = t - (t - m);
    xl = m - xh;
    s = p - 1;
    low = qRest * scale * factor + (xh * factor - p + xl * factor);
    const r = s + low;
    const rRest = low - (r - s);
    const r2 = r * r;
    t = SPLITTER * r;
    xh = t - (t - r);
    xl = r - xh;
    const r2Rest = xh * xh - r2 + 2 * (xh * xl) + xl * xl + 2 * (r * rRest);
    const cubic = r2 * r * (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7 - r * 0.125)))));
    const y = r - 0.5 * r2;
    const yRest = r - y - 0.5 * r2 + (rRest - 0.5 * r2Rest + cubic);
    const kh = k * ln2;
    const g = MINUS_LOG[2 * j] as number;
    s = kh + g;
    z = s - kh;
    low = kh - (s - z) + (g - z) + (k * ln2h - kh + k * ln2l + k * ln2Rest + (MINUS_LOG[2 * j + 1] as number));
    const a = s + y;
    z = a - s;
    low += s - (a - z) + (y - z) + yRest;
    const L = a + low;
    const LRest = low - (L - a);
    // sum += π·L
    const term = pi * L;
    t = SPLITTER * L;
    xh = t - (t - L);
    xl = L - xh;
    e = ph * xh - term + ph * xl + pl * xh + pl * xl + (pi * LRest + piRest * L);
    s = sum + term;
    z = s - sum;
    low = sum - (s - z) + (term - z) + (sumRest + e);
    sum = s + low;
    sumRest = low - (sum - s);
    bound += (1 + Math.abs(L)) * (1.05 * delta + TERM_ERROR * pi) + SUM_ERROR * Math.abs(sum);
  }
  return { hi: sum, lo: sumRest, error: (bound * U2 + LOG_ERROR) * law.BOUND_SLACK + rest };
}
