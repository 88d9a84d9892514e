/**
 * The local gap of an atom as a power series, for the gap kernel. With s = w/(C_i + C_{i−1}), u = ns, v = u² and
 * x = (C_i + C_{i−1})/2C_K:
 *
 *   g_i = x^n·u·v·H(v), H = 2·S·Q, S(v) = ((1+s)^n − (1−s)^n)/2u, v·Q(v) = L(λ) − L(nλ) + (n−1)λL′(nλ),
 *
 * with λ = 2 atanh s, L(x) = log(sinh(x/2)/(x/2)) = Σ c_k x^2k, c_k = B_2k/(2k·(2k)!). So v·Q = Σ c_k p_k (nλ)^2k with
 * p_k = (2k−1) − 2k/n + n^−2k ≥ 0, which gives the coefficients of H for each n. docs/arithmetic.md derives the form of the local gap as a
 * Bregman divergence.
 */
import { Rational } from '../arithmetic/rational.ts';

/** The series is used for u ≤ REACH with LONG terms, and for u ≤ SHORT_REACH with SHORT terms. */
export const REACH = 1 / 2;
export const SHORT_REACH = 1 / 8;
export const SHORT = 6;
export const LONG = 12;

/** How many coefficients are computed. Those that a truncated series leaves out bound its truncation error. */
const KNOWN = 20;
/**
 * A bound of the sum of all terms from KNOWN on, for u ≤ REACH: (v/v₀)^KNOWN·H*(v₀) for a majorant H* of H with coefficients ≥ 0 and
 * u₀ = 3/2. There nλ₀ ≤ 4 atanh(3/4) < 3.9, v₀Q* < 2.1 by |c_k|p_k ≤ 2ζ(2)/(2π)^2k, and S* ≤ sinh(3/2)/(3/2) < 1.43. So H* < 2.7.
 */
const BEYOND = 9 ** -KNOWN * 2.7;

/** Coefficients are fixed-point integers with this many bits after the point. Their errors stay far below 2^−80. */
const BITS = 112n;
const ONE = 1n << BITS;

export interface GapSeries {
  /** h_0, …, h_{LONG−1}, each rounded to a double. */
  readonly coefficients: Float64Array;
  /** A bound of the relative truncation error of H. */
  readonly truncation: number;
}

/** c_1, …, c_KNOWN from the series of sinh(x/2)/(x/2) in x²: k·s_k = Σ j c_j s_{k−j}. */
const C = logCoefficients();

function logCoefficients(): bigint[] {
  const s = [Rational.ONE];
  for (let k = 1; k <= KNOWN; k += 1) s.push((s[k - 1] as Rational).div(Rational.of(4 * (2 * k) * (2 * k + 1))));
  const c = [Rational.ZERO];
  for (let k = 1; k <= KNOWN; k += 1) {
    let sum = (s[k] as Rational).mul(Rational.of(k));
    for (let j = 1; j < k; j += 1) {
      sum = sum.sub((c[j] as Rational).mul(s[k - j] as Rational).mul(Rational.of(j)));
    }
    c.push(sum.div(Rational.of(k)).reduced());
  }
  return c.map(({ num, den }) => (num * ONE) / den);
}

type Series = bigint[];

function product(a: Series, b: Series): Series {
  return a.map((_, k) => {
    let sum = 0n;
    for (let j = 0; j <= k; j += 1) sum += (a[j] as bigint) * (b[k - j] as bigint);
    return sum >> BITS;
  });
}

function series(coefficient: (k: number) => bigint): Series {
  return Array.from({ length: KNOWN }, (_, k) => coefficient(k));
}

/** The series of H for one n ≥ 2. */
export function gapSeries(n: number): GapSeries {
  const N = BigInt(n);
  const square = N * N;
  // nλ = 2u·Σ (v/n²)^k/(2k+1), so (nλ)² = 4v·A.
  const atanh = series((k) => ONE / (square ** BigInt(k) * BigInt(2 * k + 1)));
  const A = product(atanh, atanh).map((a) => 4n * a);
  // Q = A·(c_1 p_1 + vA·(c_2 p_2 + …)), from the innermost bracket.
  let Q = series(() => 0n);
  for (let k = KNOWN; k >= 1; k -= 1) {
    const p = BigInt(2 * k - 1) * ONE - (BigInt(2 * k) * ONE) / N + ONE / square ** BigInt(k);
    Q.pop();
    Q.unshift(((C[k] as bigint) * p) >> BITS);
    Q = product(Q, A);
  }
  // S = Σ v^k Π_{j ≤ 2k} (1 − j/n)/(j+1)
  let factor = ONE;
  const S = series((k) => {
    for (let j = BigInt(Math.max(1, 2 * k - 1)); j <= 2 * k; j += 1n) {
      factor = N > j ? (factor * (N - j)) / (N * (j + 1n)) : 0n;
    }
    return factor;
  });
  const H = product(S, Q).map((h) => Number(2n * h) / 2 ** Number(BITS));
  const left = (from: number, v: number): number =>
    H.reduce((sum, h, k) => (k < from ? sum : sum + Math.abs(h) * v ** k), 0);
  const truncation = Math.max(left(SHORT, SHORT_REACH ** 2), left(LONG, REACH ** 2)) + BEYOND;
  return { coefficients: Float64Array.from(H.slice(0, LONG)), truncation: (1.1 * truncation) / (H[0] as number) };
}
