import { MUL_ERROR, power, QUOTIENT_ERROR, quotient, subtract } from '../../arithmetic/double-double.ts';
import type { FinitePolicy } from '../../policy/finite-policy.ts';

/**
 * The kernels: the direct sums of theory in double-double, an order of magnitude faster than intervals, with a running error bound.
 * Their policies are cumulative weights C_0 = 0, …, C_K that are integers below 2^52, hence exact doubles, and K ≤ 10^7,
 * n ≤ 10^9. All bounds below are relative to these limits, and in units of u² = 2^−106 unless something else is said.
 */
export type CumulativeWeights = Float64Array;

const LARGEST_TOTAL = 2n ** 52n;
const LARGEST_SIZE = 10_000_000;

/** A policy's cumulative weights as doubles; null where they do not fit, so that callers go on to the next tier. */
export function cumulativeWeights({ cumulative, total }: FinitePolicy): CumulativeWeights | null {
  if (total > LARGEST_TOTAL || cumulative.length > LARGEST_SIZE) return null;
  return Float64Array.from(cumulative, Number);
}

/** F_i^n by squaring: n times the base's error and that of n − 1 products. */
export const POWER_ERROR = 1.01 * (QUOTIENT_ERROR + MUL_ERROR);

/** π below this is left out. See `DROPPED`. */
export const SMALLEST = 2 ** -420;

/**
 * What left-out and flushed terms can add to a sum over all atoms, absolutely. A flushed power is below FLUSH = 2^−440, so a
 * π_i that comes out below 2^−420 is below 2^−419: F_i^n cannot be large then, because π_i ≥ p_i F_i^{n−1} ≥ 2^−52 F_i^n, while the error of
 * the difference is below 2·POWER_ERROR·n·u²·F_i^n < 2^−69 F_i^n. With p_i ≥ 2^−52, |π log(π/p)| ≤ 2^−419·(291 + 37) < 2^−410, and
 * K ≤ 10^7 of them stay below 2^−380.
 */
export const DROPPED = 2 ** -380;

/** The running bounds are sums of at most 10^8 positive doubles: their own rounding is below 2^−20 relative. */
export const BOUND_SLACK = 1 + 2 ** -20;

/** R[pi] ← π_i = F_i^n − R[below], and R[below] ← F_i^n for the next atom. @returns F_i^n rounded to a double. */
export function nextProbability(
  R: Float64Array,
  pi: number,
  below: number,
  c: number,
  total: number,
  n: number,
): number {
  quotient(R, SCRATCH, c, total);
  power(R, SCRATCH, SCRATCH, n);
  subtract(R, pi, SCRATCH, below);
  R[below] = R[SCRATCH] as number;
  R[below + 1] = R[SCRATCH + 1] as number;
  return R[below] as number;
}

/** Error bound of π_i: both powers', F_{i−1}^n ≤ F_i^n, and the subtraction's. */
export function probabilityError(n: number, power: number, pi: number): number {
  return 2 * POWER_ERROR * n * power + 4 * pi;
}

const SCRATCH = 28;
