import type { Approximation } from '../arithmetic/approximation.ts';
import { LOG_ERROR, log } from '../arithmetic/dd-log.ts';
import {
  ADD_ERROR,
  add,
  DIVIDE_ERROR,
  divide,
  MUL_ERROR,
  multiply,
  power,
  REGISTERS,
  set,
  subtract,
  U2,
} from '../arithmetic/double-double.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { formulaKernel } from './formula.ts';
import {
  BOUND_SLACK,
  beginWalk,
  FREE,
  INVERSE,
  leftOut,
  NEGLIGIBLE,
  PI,
  probabilityError,
  QUANTILE_ERROR,
  step,
  TOTAL,
} from './law.ts';
import { type DoubleDoubles, doubleDoubles, WeightSums } from './weights.ts';

const R = new Float64Array(REGISTERS);
const [SUM, VALUE, TERM, WEIGHT, LEVEL, LOG] = [FREE, FREE + 2, FREE + 4, FREE + 6, FREE + 8, FREE + 10] as const;
/** Scratch registers of `estimate`, which does not use TERM and LEVEL. */
const [BASE, MISSED] = [TERM, LEVEL] as const;

/** 1 − ε = (C_K − w)·(1/C_K). */
const BASE_ERROR = ADD_ERROR + QUANTILE_ERROR;

/** A bound of |D̂| and of its computed value: 2 log n + 1 < 43 for n ≤ 10^9. */
const LARGEST = 100;

/**
 * E_{y∼π} D̂_n(p(y)), summed over the outcomes of each atom in turn, from the best down.
 *
 * Error of a term π·D, with δ the error of π: δ|D| + (|π| + δ)·(error of D + MUL_ERROR·|D|), and the error of the share w/w_level where
 * outcomes tie. The atoms that are left out have |D̂| ≤ 2 log n + 1, because each of its two parts is at most log n, up to
 * m(n−1)|log(1−ε)| ≤ 1.
 */
export function estimatorMeanKernel(policy: FinitePolicy, sums: WeightSums, n: number): Approximation {
  const { weights, atoms, ranks } = policy;
  const tied = weights.length > atoms.length;
  const masses = tied ? doubleDoubles(weights) : sums.mass;
  const formula = formulaKernel(n);
  beginWalk(R, sums);
  let bound = 0;
  let rest = leftOut(0);
  let next = weights.length - 1;
  let known = -1;
  let valueError = 0;
  for (let i = sums.size; i > 0; i -= 1) {
    const powerUpTo = step(R, sums, i, n);
    if (powerUpTo < NEGLIGIBLE) {
      rest = leftOut(powerUpTo);
      break;
    }
    const pi = R[PI] as number;
    const atomError = probabilityError(n, powerUpTo, pi);
    const level = sums.mass.heads[i - 1] as number;
    for (; next >= 0 && (tied ? ranks[next] === i - 1 : next === i - 1); next -= 1) {
      read(WEIGHT, masses, next);
      if (known < 0 || !same(masses, next, known)) valueError = estimate(n, formula);
      known = next;
      multiply(R, TERM, PI, VALUE);
      if (tied) {
        read(LEVEL, sums.mass, i - 1);
        multiply(R, TERM, TERM, WEIGHT);
        divide(R, TERM, TERM, LEVEL);
      }
      add(R, SUM, SUM, TERM);
      const value = Math.abs(R[VALUE] as number);
      const share = (masses.heads[next] as number) / level;
      const size = Math.abs(pi) + atomError * U2;
      bound += share * (atomError * value + size * (valueError + (2 * MUL_ERROR + DIVIDE_ERROR) * value));
      bound += ADD_ERROR * Math.abs(R[SUM] as number);
    }
  }
  return { hi: R[SUM] as number, lo: R[SUM + 1] as number, error: bound * U2 * BOUND_SLACK + rest };
}

/**
 * D̂_n(ε) for ε = mass in (0, 1]; null where the denominator of the mass is 2^106 or more.
 */
export function estimatorKernel({ num, den }: Rational, n: number): Approximation | null {
  const weights = WeightSums.of(num === den ? [num] : [den - num, num], den);
  if (!weights) return null;
  beginWalk(R, weights);
  read(WEIGHT, weights.mass, weights.size - 1);
  const error = estimate(n, formulaKernel(n)) * U2;
  return { hi: R[VALUE] as number, lo: R[VALUE + 1] as number, error };
}

function read(z: number, { heads, rests }: DoubleDoubles, i: number): void {
  set(R, z, heads[i] as number, rests ? (rests[i] as number) : 0);
}

function same({ heads, rests }: DoubleDoubles, i: number, j: number): boolean {
  return heads[i] === heads[j] && (!rests || rests[i] === rests[j]);
}

/**
 * R[VALUE] ← D̂_n(w/total) = m·(D̃_n + (n−1) l) + s·L with m = (1−ε)^n, l = log(1−ε), s = 1 − m, L = log(s/ε).
 *
 * Errors: m: δ = 1.01(BASE_ERROR + MUL_ERROR)·n·m. l: BASE_ERROR + LOG_ERROR·(1+|l|). The bracket B: (n−1) times the error of l,
 * MUL_ERROR·(n−1)|l|, the error of D̃_n, and ADD_ERROR·|B|. s: δ + ADD_ERROR·s. L: the relative errors of s/ε, and LOG_ERROR·(1+|L|).
 * Each product adds MUL_ERROR. A flushed m is below 2^−440 and changes the value by less than 2^−400, which is below one unit.
 * Where s is not much larger than its error, as for masses near 2^−106, the error is LARGEST.
 * @returns the error bound in units of u².
 */
function estimate(n: number, formula: Approximation): number {
  set(R, VALUE, 0);
  if (R[WEIGHT] === R[TOTAL] && R[WEIGHT + 1] === R[TOTAL + 1]) return 0;
  subtract(R, BASE, TOTAL, WEIGHT);
  multiply(R, BASE, BASE, INVERSE);
  power(R, MISSED, BASE, n);
  log(R, LOG, BASE);
  const l = Math.abs(R[LOG] as number);
  set(R, VALUE, n - 1);
  multiply(R, VALUE, VALUE, LOG);
  set(R, LOG, formula.hi, formula.lo);
  add(R, VALUE, VALUE, LOG);
  const bracket = Math.abs(R[VALUE] as number);
  multiply(R, VALUE, VALUE, MISSED);
  set(R, LOG, 1);
  subtract(R, BASE, LOG, MISSED);
  multiply(R, LOG, BASE, TOTAL);
  divide(R, LOG, LOG, WEIGHT);
  const missed = R[MISSED] as number;
  const delta = 1.01 * (BASE_ERROR + MUL_ERROR) * n * missed;
  if (16 * delta * U2 > (R[BASE] as number)) return LARGEST / U2;
  log(R, LOG, LOG);
  const L = 1 + Math.abs(R[LOG] as number);
  multiply(R, LOG, LOG, BASE);
  add(R, VALUE, VALUE, LOG);
  const bracketError =
    (n - 1) * (BASE_ERROR + LOG_ERROR * (1 + l) + MUL_ERROR * l) + formula.error / U2 + ADD_ERROR * bracket;
  const first = missed * bracketError + (delta + MUL_ERROR * missed) * bracket;
  const second = L * (1.1 * delta + (2 * ADD_ERROR + 2 * MUL_ERROR + DIVIDE_ERROR + LOG_ERROR) * (R[BASE] as number));
  return (first + second + ADD_ERROR * Math.abs(R[VALUE] as number) + 1) * BOUND_SLACK;
}
