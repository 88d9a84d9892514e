import type { Approximation } from '../../arithmetic/approximation.ts';
import { ADD_ERROR, add, RATIO_ERROR, REGISTERS, scaleByRatio, U2 } from '../../arithmetic/double-double.ts';
import { BOUND_SLACK, type CumulativeWeights, DROPPED, nextProbability, probabilityError } from './law.ts';

const R = new Float64Array(REGISTERS);
const [SUM, BELOW, PI, TERM] = [0, 2, 4, 6] as const;

/**
 * W = Σ π_i (F_{i−1} + F_i)/2 over the levels, the direct sum; C_{i−1} + C_i < 2^53 is exact.
 *
 * Error of a term: that of π_i, as the factor is at most 1, and RATIO_ERROR·π_i.
 */
export function winRateKernel(weights: CumulativeWeights, n: number): Approximation {
  const last = weights.length - 1;
  const total = weights[last] as number;
  R.fill(0);
  let bound = 0;
  for (let i = 1; i <= last; i += 1) {
    const c = weights[i] as number;
    const power = nextProbability(R, PI, BELOW, c, total, n);
    const pi = R[PI] as number;
    scaleByRatio(R, TERM, PI, (weights[i - 1] as number) + c, 2 * total);
    add(R, SUM, SUM, TERM);
    bound += probabilityError(n, power, pi) + RATIO_ERROR * pi + ADD_ERROR * (R[SUM] as number);
  }
  return { hi: R[SUM] as number, lo: R[SUM + 1] as number, error: bound * U2 * BOUND_SLACK + DROPPED };
}
