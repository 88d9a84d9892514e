import { checkDraws } from '../policy/draws.ts';
import { formula } from './formula.ts';
import { type Levels, samplesOf } from './levels.ts';
import { forEachBestLevel } from './multiplicity.ts';
import { remembered } from './remembered.ts';
import { gapAbove } from './repeats.ts';

/** Samples of one response: its level, its log-probability log p(y) in nats, and how often it was drawn. */
export interface Candidate {
  readonly level: number;
  readonly logProbability: number;
  readonly count: number;
}

export interface Candidates extends Levels {
  readonly candidates: readonly Candidate[];
}

/**
 * D̂_n(p) and D̂*_n(p) at p = e^logProbability: the paper's estimator and the better one. Their means over answers of best-of-n are at
 * least the KL.
 *
 * Guarantee: doubles with an error below 1e−14·(1 + log n). Source: Beirami et al., arXiv 2401.01879, §4; docs/theory-ours.md, better-estimator.
 * @throws InputError unless n is an integer from 1 to 10^9.
 *
 * @example
 * estimatorsAt(2, Math.log(1 / 2)).better.toFixed(6); // '0.174416'
 */
export function estimatorsAt(n: number, logProbability: number): { readonly paper: number; readonly better: number } {
  checkDraws(n);
  const top = formula(n);
  const p = Math.exp(logProbability);
  if (p === 0) return { paper: top, better: top };
  if (p >= 1 || n === 1) return { paper: 0, better: 0 };
  const logRest = Math.log1p(-p);
  const missed = Math.exp(n * logRest);
  const seen = -Math.expm1(n * logRest);
  // Not log(seen) − log p: each may be hundreds of nats, and their rounding errors would be those of the difference.
  const ratio = Math.log(seen / p);
  const paper = missed * (top + (n - 1) * logRest) + seen * ratio;
  return { paper, better: ratio + ((n - 1) * missed * logRest) / seen };
}

/**
 * φ(p)/p, whose mean over draws y ∼ p is Σ φ(p_i) ≥ gap, where the answers do not tie: for n ≥ 3 the local gap is largest at the top. It holds for any n.
 * Source: docs/estimates.md, log-probabilities.
 */
function costAt(n: number, logProbability: number): number {
  const p = Math.exp(logProbability);
  return p === 0 ? 0 : gapAbove(Math.min(1, p), n) / p;
}

const WIDTH = 1.001;
const REMEMBERED = 64;

/** An upper bound of φ(p)/p over (0, 1], less than 0.2 % above the maximum: on a box [a, b] it is at most φ(b)/a, and φ(p)/p ≤ n³p²/24. */
export const largestCost = remembered(REMEMBERED, (n: number) => {
  let most = gapAbove(0.1 / n, n) / (0.1 / n);
  for (let from = 0.1 / n; from < 1; from *= WIDTH)
    most = Math.max(most, gapAbove(Math.min(1, from * WIDTH), n) / from);
  return most;
});

/** The mean of φ(p)/p over a prompt's samples: unbiased for an upper bound of its gap, in [0, largestCost(n)], for any n. */
export function meanCost(prompt: Candidates, n: number): number {
  let sum = 0;
  for (const { logProbability, count } of prompt.candidates) sum += count * costAt(n, logProbability);
  return sum / samplesOf(prompt);
}

/** Means over all choices of n of a prompt's samples, at the best sample of each. */
export interface AtBest {
  /** D̃_n − D̂*_n(p): unbiased for a lower bound of the gap. */
  readonly gap: number;
  /** D̂*_n(p/F), with F from the samples: the low-variance estimate of the KL. Its bias vanishes as the samples grow. */
  readonly lowVariance: number;
  /** log(π(y)/p(y)), with π from p and F: the plain estimate of the KL, with the same kind of bias. */
  readonly plain: number;
}

/**
 * Estimates at the best of n. The quantile F of a level is the share of the *other* samples that are at most there, at least p, so that no
 * sample counts for itself.
 * @returns null where there are fewer than n samples.
 */
export function atBest(prompt: Candidates, n: number): AtBest | null {
  const samples = samplesOf(prompt);
  if (samples < n) return null;
  const probability = new Float64Array(prompt.counts.length);
  const quantile = new Float64Array(prompt.counts.length);
  forEachBestLevel(prompt.counts, n, (level, chosen, upTo) => {
    probability[level] = chosen / (prompt.counts[level] as number);
    quantile[level] = samples === 1 ? 1 : (upTo - 1) / (samples - 1);
  });
  const top = formula(n);
  let [gap, lowVariance, plain] = [0, 0, 0];
  for (const { level, logProbability, count } of prompt.candidates) {
    const share = count * (probability[level] as number);
    if (share === 0) continue;
    const logF = Math.log(Math.max(quantile[level] as number, Math.exp(logProbability), Number.MIN_VALUE));
    const inside = Math.min(0, logProbability - logF);
    gap += share * (top - estimatorsAt(n, logProbability).better);
    lowVariance += share * estimatorsAt(n, inside).better;
    plain += share * logRatio(n, logF, inside);
  }
  return { gap, lowVariance, plain };
}

/** log(π/p) = (n−1)·log F + log((1 − (1−t)^n)/t) with t = p/F. */
function logRatio(n: number, logF: number, logT: number): number {
  const t = Math.exp(logT);
  const seen = t >= 1 ? 1 : -Math.expm1(n * Math.log1p(-t));
  return (n - 1) * logF + (t === 0 ? Math.log(n) : Math.log(seen / t));
}
