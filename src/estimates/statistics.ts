import { formula } from './formula.ts';
import { type Levels, samplesOf } from './levels.ts';
import { meanOverTies } from './multiplicity.ts';
import { remembered } from './remembered.ts';
import { tieWeights } from './tie-weights.ts';

/** Two statistics of one prompt whose expectations enclose a quantity of it, and the number of draws that its samples allow. */
export interface Bracket {
  readonly lower: number;
  readonly upper: number;
  /** min(n, what the samples allow); where it is below n, one end rests on the quantity's growth with n. */
  readonly draws: number;
}

/** For larger n the statistics of this n are used, as where there are no more samples: lists of n weights take memory. */
const MAX_WEIGHTS = 1_000_000;

/**
 * Statistics whose expectations enclose the gap D̃_n − KL of a prompt, in [0, D̃_n], from its samples' levels alone. With fewer than n
 * samples, m: KL is nondecreasing in n, so gap_n ≤ D̃_n − D̃_m + gap_m, and the lower one is 0.
 *
 * Guarantee: neither exact nor an enclosure; unbiased for bounds of the gap, computed in doubles. Source: docs/estimates.md, ties for best.
 *
 * @example
 * gapBracket({ counts: [3] }, 3).upper.toFixed(6); // '0.431946'
 */
export function gapBracket(levels: Pick<Levels, 'counts'>, n: number): Bracket {
  const draws = Math.min(n, samplesOf(levels), MAX_WEIGHTS);
  const { upper, lower } = tieWeights(draws);
  const beyond = formula(n) - formula(draws);
  return {
    lower: draws < n ? 0 : meanOverTies(levels.counts, draws, lower),
    upper: beyond + meanOverTies(levels.counts, draws, upper),
    draws,
  };
}

/**
 * Statistics whose expectations enclose the win rate P(best > fresh) + ½·P(best = fresh) of a prompt, in [1/2, n/(n+1)]. Among n + 1 draws,
 * of which each is as likely to be the fresh one, the win rate depends only on how many tie for best. With at most n samples, m: the win
 * rate is nondecreasing in n, so it is at least that of m − 1 draws.
 *
 * Guarantee: as `gapBracket`; both are the same unbiased estimate where m > n.
 *
 * @example
 * winRateBracket({ counts: [2, 1, 3] }, 3).lower.toFixed(6); // '0.725000'
 */
export function winRateBracket(levels: Pick<Levels, 'counts'>, n: number): Bracket {
  const draws = Math.min(n, samplesOf(levels) - 1, MAX_WEIGHTS);
  const lower = draws === 0 ? 1 / 2 : meanOverTies(levels.counts, draws + 1, winWeights(draws));
  return { lower, upper: draws < n ? n / (n + 1) : lower, draws };
}

const REMEMBERED = 64;

/** The win rate where k of n + 1 draws tie for best: the fresh one is among them with probability k/(n+1). */
const winWeights = remembered(REMEMBERED, (n: number) =>
  Float64Array.from({ length: n + 2 }, (_, k) => (k === 1 ? n / (n + 1) : 1 - k / (2 * (n + 1)))),
);
