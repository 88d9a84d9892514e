/**
 * The law of best-of-n in double-double, from the best atom down. The kernels use it for the direct sums of the theory, with a running
 * error bound; they are an order of magnitude faster than intervals. n ≤ 10^9; K and the weights as `WeightSums` allows. Bounds are in
 * units of u² = 2^−106 unless stated otherwise.
 */
import {
  ADD_ERROR,
  add,
  DIVIDE_ERROR,
  divide,
  MUL_ERROR,
  multiply,
  power,
  set,
  subtract,
} from '../arithmetic/double-double.ts';
import type { WeightSums } from './weights.ts';

/** F = C·(1/C_K) is a quotient and a product. */
export const QUANTILE_ERROR = DIVIDE_ERROR + MUL_ERROR;

/** F^n by squaring has n times the error of the base and the errors of n − 1 products. */
export const POWER_ERROR = 1.01 * (QUANTILE_ERROR + MUL_ERROR);

/**
 * Below this F_i^n the atoms up to i are left out of a sum. A bound of their terms, F_i^n·LARGEST_LOG, is added to the error. For the KL:
 * Σ_{j ≤ i} π_j log(π_j/p_j) ≥ F_i^n·(n−1) log F_i by the log-sum inequality, and it is at most F_i^n log n because π_j ≤ n p_j. Where
 * F_i^n ≥ 2^−440 both are within F_i^n·305. Below that, flushed to 0 or not, x(1 + |log x|) is less than 2^−380.
 */
export const NEGLIGIBLE = 2 ** -110;
export const LARGEST_LOG = 310;

/** A bound of the terms that are left out at F_i^n = `power`, and of those lost by flushing. */
export function leftOut(power: number): number {
  return power * LARGEST_LOG + 2 ** -380;
}

/** The running bounds are sums of at most 10^8 positive doubles. Their own relative rounding error is below 2^−20. */
export const BOUND_SLACK = 1 + 2 ** -20;

/** Registers of the walk: π_i of the current atom, C_K and 1/C_K. Callers may use the registers from FREE on. */
export const [PI, TOTAL, INVERSE] = [0, 2, 4] as const;
const [UP_TO, BELOW, POWER_UP_TO, POWER_BELOW, SCRATCH] = [6, 8, 10, 12, 14] as const;
export const FREE = 16;

/** Sets the registers to the start of the walk, above the best atom. */
export function beginWalk(R: Float64Array, { size, cumulative, cumulativeRest }: WeightSums): void {
  R.fill(0);
  set(R, TOTAL, cumulative[size] as number, cumulativeRest ? (cumulativeRest[size] as number) : 0);
  set(R, SCRATCH, 1);
  divide(R, INVERSE, SCRATCH, TOTAL);
  set(R, BELOW, 1);
  set(R, POWER_BELOW, 1);
}

/** Moves down to atom i, which must be the next one. @returns F_i^n rounded to a double. */
export function step(R: Float64Array, { cumulative, cumulativeRest }: WeightSums, i: number, n: number): number {
  set(R, UP_TO, R[BELOW] as number, R[BELOW + 1]);
  set(R, POWER_UP_TO, R[POWER_BELOW] as number, R[POWER_BELOW + 1]);
  set(R, BELOW, 0);
  set(R, POWER_BELOW, 0);
  if (i > 1) {
    set(R, SCRATCH, cumulative[i - 1] as number, cumulativeRest ? (cumulativeRest[i - 1] as number) : 0);
    multiply(R, BELOW, SCRATCH, INVERSE);
    power(R, POWER_BELOW, BELOW, n);
  }
  subtract(R, PI, POWER_UP_TO, POWER_BELOW);
  return R[POWER_UP_TO] as number;
}

/** Error bound of π_i: the errors of both powers, with F_{i−1}^n ≤ F_i^n, and the error of the subtraction. */
export function probabilityError(n: number, powerUpTo: number, pi: number): number {
  return 2 * POWER_ERROR * n * powerUpTo + ADD_ERROR * pi;
}

/** Writes F_i + F_{i−1} into a register. Relative error: QUANTILE_ERROR + ADD_ERROR. */
export function quantiles(R: Float64Array, z: number): void {
  add(R, z, UP_TO, BELOW);
}
