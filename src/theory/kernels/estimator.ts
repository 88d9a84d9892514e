import type { Approximation } from '../../arithmetic/approximation.ts';
import { LOG_ERROR, log } from '../../arithmetic/dd-log.ts';
import {
  ADD_ERROR,
  add,
  MUL_ERROR,
  multiply,
  power,
  QUOTIENT_ERROR,
  quotient,
  RATIO_ERROR,
  REGISTERS,
  scaleByRatio,
  subtract,
  U2,
} from '../../arithmetic/double-double.ts';
import { formulaKernel } from './formula.ts';
import { BOUND_SLACK, type CumulativeWeights, DROPPED, nextProbability, POWER_ERROR, probabilityError } from './law.ts';

const R = new Float64Array(REGISTERS);
const [SUM, BELOW, PI, VALUE, TERM, ONE, FORMULA, BASE, MISSED, BRACKET, SEEN, RATIO, LOG] = [
  0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24,
] as const;

/**
 * E_{y∼π} D̂_n(p(y)): like the exact sum, over the outcomes of each atom in turn, whose weights are given in reward order.
 *
 * Error of a term π·D: δ|D| + π·(error of D) + MUL_ERROR·π|D|, and RATIO_ERROR·π|D| where an outcome has a share of its level.
 */
export function estimatorMeanKernel(weights: CumulativeWeights, outcomes: readonly bigint[], n: number): Approximation {
  const last = weights.length - 1;
  const total = weights[last] as number;
  const formula = begin(n);
  let bound = 0;
  let next = 0;
  let known = 0;
  let valueError = 0;
  for (let i = 1; i <= last; i += 1) {
    const c = weights[i] as number;
    const level = c - (weights[i - 1] as number);
    const atomError = probabilityError(n, nextProbability(R, PI, BELOW, c, total, n), R[PI] as number);
    for (let left = level; left > 0; next += 1) {
      const weight = Number(outcomes[next]);
      if (weight !== known) valueError = estimate(weight, total, n, formula);
      known = weight;
      multiply(R, TERM, PI, VALUE);
      if (weight !== level) scaleByRatio(R, TERM, TERM, weight, level);
      add(R, SUM, SUM, TERM);
      const [pi, value] = [R[PI] as number, Math.abs(R[VALUE] as number)];
      bound += (weight / level) * (atomError * value + pi * (valueError + (MUL_ERROR + RATIO_ERROR) * value));
      bound += ADD_ERROR * Math.abs(R[SUM] as number);
      left -= weight;
    }
  }
  return { hi: R[SUM] as number, lo: R[SUM + 1] as number, error: bound * U2 * BOUND_SLACK + DROPPED };
}

/** Sets the registers that stay; returns the error of D̃_n in units of u². */
function begin(n: number): number {
  const { hi, lo, error } = formulaKernel(n);
  R.fill(0);
  R[ONE] = 1;
  R[FORMULA] = hi;
  R[FORMULA + 1] = lo;
  return error / U2;
}

/**
 * R[VALUE] ← D̂_n(w/total) = m·(D̃_n + (n−1) l) + s·L with m = (1−ε)^n, l = log(1−ε), s = 1 − m, L = log(s/ε).
 *
 * Errors: m: δ = POWER_ERROR·n·m. l: QUOTIENT_ERROR + LOG_ERROR·(1+|l|). The bracket B: (n−1) times that, MUL_ERROR·(n−1)|l|, the formula's
 * and ADD_ERROR·|B|. s: δ + ADD_ERROR·s. L: δ/s + ADD_ERROR + RATIO_ERROR + LOG_ERROR·(1+|L|). Products add MUL_ERROR each.
 * @returns the error bound in units of u².
 */
function estimate(weight: number, total: number, n: number, formulaError: number): number {
  R[VALUE] = 0;
  R[VALUE + 1] = 0;
  if (weight === total) return 0;
  quotient(R, BASE, total - weight, total);
  power(R, MISSED, BASE, n);
  log(R, LOG, BASE);
  const l = Math.abs(R[LOG] as number);
  scaleByRatio(R, BRACKET, LOG, n - 1, 1);
  add(R, BRACKET, BRACKET, FORMULA);
  const bracket = Math.abs(R[BRACKET] as number);
  multiply(R, VALUE, MISSED, BRACKET);
  subtract(R, SEEN, ONE, MISSED);
  scaleByRatio(R, RATIO, SEEN, total, weight);
  log(R, LOG, RATIO);
  const L = 1 + Math.abs(R[LOG] as number);
  multiply(R, LOG, SEEN, LOG);
  add(R, VALUE, VALUE, LOG);
  const missed = R[MISSED] as number;
  const delta = POWER_ERROR * n * missed;
  const bracketError =
    (n - 1) * (QUOTIENT_ERROR + LOG_ERROR * (1 + l) + RATIO_ERROR * l) + formulaError + ADD_ERROR * bracket;
  const first = missed * bracketError + (delta + MUL_ERROR * missed) * bracket;
  const second = L * (delta + (ADD_ERROR + ADD_ERROR + RATIO_ERROR + LOG_ERROR + MUL_ERROR) * (R[SEEN] as number));
  return (first + second + ADD_ERROR * Math.abs(R[VALUE] as number)) * BOUND_SLACK;
}
