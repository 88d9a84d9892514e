import type { Approximation } from '../../arithmetic/approximation.ts';
import { LOG_ERROR, log } from '../../arithmetic/dd-log.ts';
import {
  ADD_ERROR,
  add,
  MUL_ERROR,
  multiply,
  RATIO_ERROR,
  REGISTERS,
  scaleByRatio,
  U2,
} from '../../arithmetic/double-double.ts';
import { BOUND_SLACK, type CumulativeWeights, DROPPED, nextProbability, probabilityError, SMALLEST } from './law.ts';

const R = new Float64Array(REGISTERS);
const [SUM, BELOW, PI, RATIO, LOG, TERM] = [0, 2, 4, 6, 8, 10] as const;

/**
 * KL(π‖p) = Σ π_i log(π_i/p_i), the direct sum.
 *
 * Error of a term, with L = log(π_i/p_i) and δ the error of π_i: the ratio errs by δ/π + RATIO_ERROR relative, which is what L errs by
 * absolutely, besides LOG_ERROR·(1 + |L|). The product errs by δ|L| + π·(error of L) + MUL_ERROR·π|L|; together at most
 * (1 + |L|)(δ + (RATIO_ERROR + LOG_ERROR + MUL_ERROR)·π).
 */
export function klKernel(weights: CumulativeWeights, n: number): Approximation {
  const last = weights.length - 1;
  const total = weights[last] as number;
  R.fill(0);
  let bound = 0;
  for (let i = 1; i <= last; i += 1) {
    const c = weights[i] as number;
    const power = nextProbability(R, PI, BELOW, c, total, n);
    const pi = R[PI] as number;
    if (pi < SMALLEST) continue;
    scaleByRatio(R, RATIO, PI, total, c - (weights[i - 1] as number));
    log(R, LOG, RATIO);
    multiply(R, TERM, PI, LOG);
    add(R, SUM, SUM, TERM);
    const size = 1 + Math.abs(R[LOG] as number);
    bound += size * (probabilityError(n, power, pi) + (RATIO_ERROR + LOG_ERROR + MUL_ERROR) * pi);
    bound += ADD_ERROR * Math.abs(R[SUM] as number);
  }
  return { hi: R[SUM] as number, lo: R[SUM + 1] as number, error: bound * U2 * BOUND_SLACK + DROPPED };
}
