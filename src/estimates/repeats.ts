import { averagedEvidence, type Evidence } from './evidence.ts';
import { formula } from './formula.ts';
import { type Levels, samplesOf } from './levels.ts';
import { remembered } from './remembered.ts';

/** Costs 0 = v(0) = v(1) ≤ v(2) ≤ … ≤ v(m) of a level that is seen k times among m samples, and the constant c that belongs to them. */
export interface RepeatCosts {
  readonly costs: Float64Array;
  readonly constant: number;
}

/** More samples, or more different numbers of them, would make the search for constants slow. */
export const MAX_SAMPLES = 5000;
const MAX_SIZES = 32;
/** Boxes are this much longer at their right end than at their left. */
const WIDTH = 1.01;
/** The first box ends at this divided by m. */
const START = 0.02;
/** Covers the rounding errors of a box's quotient, which are below 1e−11. */
const ROUNDED = 1 - 1e-9;
const ROUNDED_UP = 1 + 1e-10;
/** Thirty units of 2^−53. */
const ROUNDINGS = 30 * 2 ** -53;
const LEAST_SCALE = 1 / 4;
const SCALE_STEP = 4;
const MAX_SCALES = 12;
/** A larger scale is tried as long as it raises the constant by this factor. */
const WORTH = 1.1;
/** e^−x is not 0 for smaller x. */
const MAX_LOG = 700;
const NEGLIGIBLE = 1e-40;

/**
 * Evidence against "the mean of gap/D̃_n is ≥ μ" from the samples that share a level with others: with v and c from `repeatCosts`,
 * E Π_i e^(−v(N_i)) ≤ e^(−c·gap) for every prompt, because multinomial counts are negatively associated. It holds for any n, also above the
 * number of samples. For given prompts the product has expectation ≤ e^(−c·Σ gap_j). For prompts of a population the chord of e^(−cx)
 * between 0 and D̃_n gives (1 − (1 − e^(−c·D̃_n))·μ)^J.
 *
 * Source: ours; docs/estimates.md. @returns null where n = 1, or the numbers of samples are too large or too many.
 */
export function repeatEvidence(
  prompts: readonly Pick<Levels, 'counts'>[],
  n: number,
  target: 'prompts' | 'population',
): Evidence | null {
  const sizes = [...new Set(prompts.map(samplesOf))];
  if (n === 1 || sizes.length > MAX_SIZES || sizes.some((m) => m > MAX_SAMPLES)) return null;
  const top = formula(n);
  const tables = new Map(sizes.map((m) => [m, repeatCosts(m, n)]));
  const scales = Math.min(...[...tables.values()].map((table) => table.length));
  const parts = Array.from({ length: scales }, (_, scale): Evidence => {
    const at = (m: number): RepeatCosts => (tables.get(m) as RepeatCosts[])[scale] as RepeatCosts;
    const constant = Math.min(...sizes.map((m) => at(m).constant));
    const paid = prompts.reduce((sum, prompt) => sum + costOf(prompt, at(samplesOf(prompt)).costs), 0);
    if (target === 'prompts') return (mean) => constant * top * prompts.length * mean - paid;
    return (mean) => -prompts.length * Math.log1p(mean * Math.expm1(-constant * top)) - paid;
  });
  return averagedEvidence(parts);
}

function costOf({ counts }: Pick<Levels, 'counts'>, costs: Float64Array): number {
  return counts.reduce((sum, count) => sum + (costs[count] as number), 0);
}

const REMEMBERED = 256;

/**
 * Costs v(k) = a·φ(k/m) for several scales a, each with a constant c > 0 such that E e^(−v(Bin(m,p))) ≤ e^(−c·φ(p)) for all p in (0, 1].
 * Here φ = γ, and (log 2 − ½)p² for n = 2, so gap ≤ Σ φ(p_i).
 *
 * Guarantee: c is a lower bound. (0, 1] is covered by boxes [p, q]; E e^(−v) is nonincreasing and φ nondecreasing, so the quotient on a box
 * is at least −log E e^(−v(Bin(m,p)))/φ(q). It is computed in doubles and lowered by more than its rounding error.
 */
export const repeatCosts: (m: number, n: number) => readonly RepeatCosts[] = remembered(REMEMBERED, allScales);

function allScales(m: number, n: number): RepeatCosts[] {
  const scales: RepeatCosts[] = [];
  let scale = LEAST_SCALE;
  for (let k = 0; k < MAX_SCALES; k += 1, scale *= SCALE_STEP) {
    const costs = costsOf(m, n, scale);
    const constant = m === 1 ? 0 : constantOf(costs, n);
    const before = scales.at(-1)?.constant ?? 0;
    if (constant < WORTH * before) break;
    scales.push({ costs, constant });
    if (constant === 0) break;
  }
  return scales;
}

function costsOf(m: number, n: number, scale: number): Float64Array {
  const costs = new Float64Array(m + 1);
  for (let k = 2; k <= m; k += 1) costs[k] = Math.max(costs[k - 1] as number, scale * gapAbove(k / m, n));
  return costs;
}

function constantOf(costs: Float64Array, n: number): number {
  const m = costs.length - 1;
  const start = START / m;
  let constant = nearZero(costs, n, start);
  for (let from = start; from < 1; from *= WIDTH) {
    constant = Math.min(constant, logLoss(costs, from) / gapAbove(Math.min(1, from * WIDTH), n));
  }
  return constant * ROUNDED;
}

/** For p ≤ start: −log E e^(−v) ≥ (1 − e^(−v(2)))·C(m,2)p²(1−p)^(m−2), and φ(p) ≤ n(n−1)²/24·p³, or κp² for n = 2. */
function nearZero(costs: Float64Array, n: number, start: number): number {
  const m = costs.length - 1;
  const pairs = ((m * (m - 1)) / 2) * (1 - start) ** (m - 2) * -Math.expm1(-(costs[2] as number));
  return n === 2 ? pairs / PAIR : pairs / (cubic(n) * start);
}

/** log 2 − ½, rounded up. */
const PAIR = 0.19314718055994531;

function cubic(n: number): number {
  return (n * (n - 1) ** 2) / 24;
}

/**
 * An upper bound of φ(p). Where np > 0.01 it exceeds φ(p) by less than 1e−6 of it; for smaller p the cubic bound is as close.
 */
export function gapAbove(p: number, n: number): number {
  if (n === 2) return PAIR * p * p;
  const bound = cubic(n) * p ** 3;
  if (p >= 1) return formula(n) * ROUNDED_UP;
  return Math.min(bound, localGap(p, n) * ROUNDED_UP + roundings(p, n));
}

/** A lower bound of the local gap γ(p), for n ≥ 2; it is 0 where rounding errors hide it. */
export function gapBelow(p: number, n: number): number {
  return p >= 1 ? formula(n) / ROUNDED_UP : Math.max(0, localGap(p, n) / ROUNDED_UP - roundings(p, n));
}

/** γ(p) for p < 1. Its terms are at most np(1 + log n) and cancel. */
function localGap(p: number, n: number): number {
  const logRest = Math.log1p(-p);
  const seen = -Math.expm1(n * logRest);
  return p === 0 ? 0 : seen * (formula(n) + Math.log(p / seen)) - (n - 1) * (1 - seen) * logRest;
}

/** Each of the few roundings errs by 2^−53 of the terms. */
function roundings(p: number, n: number): number {
  return ROUNDINGS * n * p * (1 + Math.log(n));
}

/** −log E e^(−v(N)) for N binomial with m and p, from the ratios of probabilities to that of the mode. */
function logLoss(costs: Float64Array, p: number): number {
  const m = costs.length - 1;
  const odds = p / (1 - p);
  const mode = Math.min(m, Math.floor((m + 1) * p));
  let [total, kept, lost] = [0, 0, 0];
  const add = (k: number, weight: number): void => {
    const cost = costs[k] as number;
    total += weight;
    kept += weight * Math.exp(-cost);
    lost -= weight * Math.expm1(-cost);
  };
  add(mode, 1);
  for (let k = mode, weight = 1; k < m && weight > NEGLIGIBLE; k += 1) {
    weight *= ((m - k) / (k + 1)) * odds;
    add(k + 1, weight);
  }
  for (let k = mode, weight = 1; k > 0; k -= 1) {
    weight *= k / (m - k + 1) / odds;
    // Small counts cost nothing, so that their probability counts even where it is tiny.
    if (weight === 0) break;
    add(k - 1, weight);
  }
  const loss = 2 * lost < total ? -Math.log1p(-lost / total) : -Math.log(kept / total);
  return Math.min(loss, MAX_LOG);
}
