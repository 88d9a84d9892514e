import type { Approximation } from '../arithmetic/approximation.ts';
import { ADD_ERROR, add, MUL_ERROR, multiply, REGISTERS, U2 } from '../arithmetic/double-double.ts';
import {
  BOUND_SLACK,
  beginWalk,
  FREE,
  leftOut,
  NEGLIGIBLE,
  PI,
  probabilityError,
  QUANTILE_ERROR,
  quantiles,
  step,
} from './law.ts';
import type { WeightSums } from './weights.ts';

const R = new Float64Array(REGISTERS);
const [SUM, TERM] = [FREE, FREE + 2] as const;

/**
 * W = Σ π_i (F_{i−1} + F_i)/2 over the levels, the direct sum. The sum is halved at the end, which is exact.
 *
 * Error of a term: the error of π_i, as the factor (F_{i−1} + F_i)/2 is at most 1, and π_i times the errors of the factor and the product.
 * The terms that are left out add up to less than F_i^n.
 */
export function winRateKernel(weights: WeightSums, n: number): Approximation {
  beginWalk(R, weights);
  let bound = 0;
  let rest = leftOut(0);
  for (let i = weights.size; i > 0; i -= 1) {
    const powerUpTo = step(R, weights, i, n);
    if (powerUpTo < NEGLIGIBLE) {
      rest = leftOut(powerUpTo);
      break;
    }
    quantiles(R, TERM);
    multiply(R, TERM, TERM, PI);
    add(R, SUM, SUM, TERM);
    const pi = R[PI] as number;
    bound += probabilityError(n, powerUpTo, pi) + (QUANTILE_ERROR + ADD_ERROR + MUL_ERROR) * pi;
    bound += ADD_ERROR * (R[SUM] as number);
  }
  return {
    hi: (R[SUM] as number) / 2,
    lo: (R[SUM + 1] as number) / 2,
    error: bound * U2 * BOUND_SLACK + rest,
  };
}
