/**
 * Double-double arithmetic: a number as an unevaluated sum hi + lo of doubles with |lo| ≤ u|hi|, u = 2^−53.
 *
 * Numbers are in registers: a `Float64Array` R with hi at an index and lo at the next. So nothing is allocated, and calls pass small
 * integers. The relative error bounds are those of Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building blocks
 * of double-word arithmetic", ACM TOMS 44(2), 2017. They hold while no intermediate value leaves 2^±960, which the callers must ensure.
 * JavaScript has no fused multiply-add, so exact products use Veltkamp's splitting.
 */

/** u², the unit of the bounds below. */
export const U2 = 2 ** -106;
/** AccurateDWPlusDW: 3u² + 13u³, for operands of any sign. */
export const ADD_ERROR = 4;
/** DWTimesDW without fused multiply-add: 7u². */
export const MUL_ERROR = 8;
/**
 * Quotient: q = fl(xh/yh). The remainder xh − q·yh is exact; adding the low parts to it rounds by 2 + 3 + 1 + 4. Dividing it by yh rounds
 * by 4, and using yh for y errs by 4 more.
 */
export const DIVIDE_ERROR = 20;

/**
 * Root: r = fl(√xh). The remainder xh − r² is at most 2.01u·xh and rounds by 2.01 once; adding the low part, at most 2u·xh, rounds by 4.02.
 * Dividing both by 2r makes them 3.02; the quotient, 2.01u·r, rounds by 2.01. Newton's step leaves out the square of the remainder, at
 * most 16.2/8.
 */
export const ROOT_ERROR = 8;

/** Veltkamp: splits a double into two halves of 26 bits. */
export const SPLITTER = 2 ** 27 + 1;

/** a·b − fl(a·b), exactly. */
export function productError(a: number, b: number, product: number): number {
  const ta = SPLITTER * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLITTER * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/** R[z] ← R[x] + R[y]. */
export function add(R: Float64Array, z: number, x: number, y: number): void {
  const xh = R[x] as number;
  const yh = R[y] as number;
  const sh = xh + yh;
  const b = sh - xh;
  let sl = xh - (sh - b) + (yh - b);
  const xl = R[x + 1] as number;
  const yl = R[y + 1] as number;
  const th = xl + yl;
  const c = th - xl;
  const tl = xl - (th - c) + (yl - c);
  sl += th;
  const vh = sh + sl;
  const vl = sl - (vh - sh) + tl;
  const hi = vh + vl;
  R[z] = hi;
  R[z + 1] = vl - (hi - vh);
}

/** R[z] ← R[x] − R[y]. */
export function subtract(R: Float64Array, z: number, x: number, y: number): void {
  negate(R, NEGATED, y);
  add(R, z, x, NEGATED);
}

/** The register that `subtract` uses. Callers must use registers below it. */
const NEGATED = 30;
/** The length of a register file. */
export const REGISTERS = 32;

export function negate(R: Float64Array, z: number, x: number): void {
  R[z] = -(R[x] as number);
  R[z + 1] = -(R[x + 1] as number);
}

/** R[z] ← R[x]·R[y]. */
export function multiply(R: Float64Array, z: number, x: number, y: number): void {
  const xh = R[x] as number;
  const yh = R[y] as number;
  const p = xh * yh;
  const e = productError(xh, yh, p) + (xh * (R[y + 1] as number) + (R[x + 1] as number) * yh);
  const hi = p + e;
  R[z] = hi;
  R[z + 1] = e - (hi - p);
}

/** R[z] ← R[x]/R[y]. */
export function divide(R: Float64Array, z: number, x: number, y: number): void {
  const xh = R[x] as number;
  const yh = R[y] as number;
  const q = xh / yh;
  const p = q * yh;
  const low = (xh - p - productError(q, yh, p) + (R[x + 1] as number) - q * (R[y + 1] as number)) / yh;
  const hi = q + low;
  R[z] = hi;
  R[z + 1] = low - (hi - q);
}

/** R[z] ← √R[x] for R[x] > 0. */
export function root(R: Float64Array, z: number, x: number): void {
  const xh = R[x] as number;
  const r = Math.sqrt(xh);
  const p = r * r;
  const low = (xh - p - productError(r, r, p) + (R[x + 1] as number)) / (2 * r);
  const hi = r + low;
  R[z] = hi;
  R[z + 1] = low - (hi - r);
}

/** R[z] ← the double-double hi + lo. */
export function set(R: Float64Array, z: number, hi: number, lo = 0): void {
  R[z] = hi;
  R[z + 1] = lo;
}

/** Powers below this are flushed to 0. The errors of products of larger numbers are exact. */
export const FLUSH = 2 ** -440;

/**
 * R[z] ← R[x]^n for 0 < R[x] ≤ 1 + 2u and 1 ≤ n < 2^31, by squaring. The errors are those of at most n − 1 products, so a base with error B
 * (in u²) gives a relative error below n(B + MUL_ERROR)·1.01. A power whose squarings fall below 2^−440 becomes 0. The last product is not
 * flushed, so results may be as small as 2^−880, where products are still exact.
 */
export function power(R: Float64Array, z: number, x: number, n: number): void {
  let bh = R[x] as number;
  let bl = R[x + 1] as number;
  let rh = 1;
  let rl = 0;
  for (let k = n; ; ) {
    if ((k & 1) === 1) {
      const p = rh * bh;
      const e = productError(rh, bh, p) + (rh * bl + rl * bh);
      rh = p + e;
      rl = e - (rh - p);
    }
    k >>>= 1;
    if (k === 0) break;
    const p = bh * bh;
    const e = productError(bh, bh, p) + 2 * (bh * bl);
    bh = p + e;
    bl = e - (bh - p);
    if (bh < FLUSH || rh < FLUSH) {
      rh = 0;
      rl = 0;
      break;
    }
  }
  R[z] = rh;
  R[z + 1] = rl;
}
