import { formula } from './formula.ts';
import { remembered } from './remembered.ts';
import { gapBelow } from './repeats.ts';

/** More levels are not told from infinitely many. */
const MOST_LEVELS = 100;
const REMEMBERED = 4096;
/** Boxes of a mass are this much longer at their right end than at their left. */
const WIDTH = 1.002;
/** The first box ends at this divided by n. */
const START = 1e-3;

/**
 * A lower bound of the gap of every policy with at most so many levels: Γ_1 = D̃_n, and Γ_K = min over the mass t of the best level of
 * γ(t) + (1−t)^n·Γ_(K−1). On a box [a, b] of t it is at least γ(a) + (1−b)^n·Γ_(K−1).
 *
 * Guarantee: a lower bound, computed in doubles, less than 1 % below the minimum. Source: ours; docs/estimates.md, known levels.
 *
 * @example
 * leastGap(1, 2).toFixed(4); // '0.1931'
 * leastGap(2, 2).toFixed(4); // '0.0569'
 */
export const leastGap: (levels: number, n: number) => number = remembered(REMEMBERED, (levels, n) => {
  if (levels <= 1) return formula(n);
  if (levels > MOST_LEVELS) return 0;
  const rest = leastGap(levels - 1, n);
  let least = missed(START / n, n) * rest;
  for (let a = START / n; a < 1; a *= WIDTH) {
    const b = Math.min(1, a * WIDTH);
    least = Math.min(least, gapBelow(a, n) + missed(b, n) * rest);
  }
  return least * ROUNDED_DOWN;
});

const ROUNDED_DOWN = 1 - 1e-12;

/** (1−p)^n. A power of the rounded 1 − p would err by n·2^−53 of itself. */
function missed(p: number, n: number): number {
  return Math.exp(n * Math.log1p(-p));
}
