import {
  averagedEvidence,
  bettingEvidence,
  blockEvidence,
  type Evidence,
  upperConfidenceBound,
  type Values,
} from '../estimates/evidence.ts';

/** The units that an interval speaks of: the given prompts, or the population from which they were drawn. */
export type Target = 'prompts' | 'population';

/** How to make an interval: its target, its error probability, and the least number of disjoint choices of draws in a prompt. */
export interface Setting {
  readonly target: Target;
  readonly alpha: number;
  readonly blocks: number;
}

/** Evidence against a large mean, and against a large complement of the mean, on the scale of the range. */
export interface Further {
  readonly above: readonly Evidence[];
  readonly below: readonly Evidence[];
}

export const NONE: Further = { above: [], below: [] };

export function joined(a: Further, b: Further): Further {
  return { above: [...a.above, ...b.above], below: [...a.below, ...b.below] };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A confidence interval of a mean over prompts, from statistics whose means bound it from below and from above. The statistics lie in the
 * range. Half of the error probability is spent at each end.
 *
 * @param further evidence of other kinds
 * Guarantee: statistical, for every number of prompts; docs/estimates.md.
 */
export function meanInterval(
  lower: Values,
  upper: Values,
  range: Range,
  { target, alpha, blocks }: Setting,
  further: Further = NONE,
): { lower: number; upper: number } {
  const width = range.to - range.from;
  if (width <= 0) return { lower: range.from, upper: range.to };
  const share = (x: number): number => Math.min(1, Math.max(0, (x - range.from) / width));
  const half = alpha / 2;
  const above = evidence(Float64Array.from(upper, share), target, half, blocks);
  const below = evidence(
    Float64Array.from(lower, (x) => 1 - share(x)),
    target,
    half,
    blocks,
  );
  return {
    upper: range.from + width * upperConfidenceBound(averagedEvidence([...above, ...further.above]), half),
    lower: range.to - width * upperConfidenceBound(averagedEvidence([...below, ...further.below]), half),
  };
}

function evidence(values: Values, target: Target, alpha: number, blocks: number): Evidence[] {
  const bets = bettingEvidence(values, alpha);
  return target === 'prompts' && blocks > 1 ? [bets, blockEvidence(values, blocks, alpha)] : [bets];
}
