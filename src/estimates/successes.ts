import type { Evidence } from './evidence.ts';
import { formula } from './formula.ts';
import { remembered } from './remembered.ts';
import { gapAbove, gapBelow } from './repeats.ts';

/** The successes of a prompt whose rewards are 0 or 1, and its samples. */
export interface Successes {
  readonly successes: number;
  readonly samples: number;
}

/** The least and the largest value of a quantity, scaled to [0, 1], where the success rate is from a to b. */
type OnBox = (a: number, b: number) => readonly [number, number];

/** gap/D̃_n: the gap is γ(p) + (1−p)^n·D̃_n, of which the first grows with p and the second falls. */
function gapShare(n: number): OnBox {
  const top = formula(n);
  const above = (p: number): number => (n === 2 ? gapBelow(p, n) * SLACK_OF_PAIRS + TINY : gapAbove(p, n));
  return (a, b) => [gapBelow(a, n) / top + 1 - best(b, n), above(b) / top + 1 - best(a, n)];
}

/** gapBelow is below γ by less than this. */
const SLACK_OF_PAIRS = 1 + 1e-9;
const TINY = 1e-12;

/** The win rate ½ + (π − p)/2, where π = 1 − (1−p)^n, on the scale from ½ to n/(n+1). */
function winShare(n: number): OnBox {
  const scale = (n + 1) / (n - 1);
  return (a, b) => [(best(a, n) - b) * scale, (best(b, n) - a) * scale];
}

/** The mean reward 1 − (1−p)^n. */
function rewardShare(n: number): OnBox {
  return (a, b) => [best(a, n), best(b, n)];
}

function best(p: number, n: number): number {
  return -Math.expm1(n * Math.log1p(-p));
}

/** The complement of a quantity. */
function complement(onBox: OnBox): OnBox {
  return (a, b) => {
    const [least, most] = onBox(a, b);
    return [1 - most, 1 - least];
  };
}

export const QUANTITIES = ['gap', 'winRate', 'reward', 'noGap', 'noWin', 'noReward'] as const;
/**
 * A quantity in [0, 1]: the gap as a share of D̃_n, the win rate on the scale from ½ to n/(n+1), the mean reward; or the complement of one.
 * @useDeclaredType
 */
export type SuccessQuantity = (typeof QUANTITIES)[number];

/** What bounds each quantity of n draws on a box. */
export const ON_BOX: Record<SuccessQuantity, (n: number) => OnBox> = {
  gap: gapShare,
  winRate: winShare,
  reward: rewardShare,
  noGap: (n) => complement(gapShare(n)),
  noWin: (n) => complement(winShare(n)),
  noReward: (n) => complement(rewardShare(n)),
};

/** The success rates 0 < 1/(1+e^(−x)) < 1 at which boxes end, x in steps of this. */
const STEP = 0.01;
const MOST_LOGIT = 25;
const RATES: readonly number[] = [
  0,
  ...Array.from({ length: (2 * MOST_LOGIT) / STEP + 1 }, (_, i) => 1 / (1 + Math.exp(MOST_LOGIT - i * STEP))),
  1,
];

/** The slopes λ that are tried. */
const SLOPES = Array.from({ length: 24 }, (_, i) => 0.25 * 1.4 ** i);

/**
 * Evidence against a large mean, over given prompts, of a quantity that is determined by the success rate p, from counts of successes.
 *
 * For each prompt, e(p) = ∫ L(q)·prior(q)dq / L(p) has expectation 1 if p is its success rate (the prior is Beta(½, ½)). So the product over the prompts at
 * their true rates is evidence, and it is at least its minimum over all rates whose mean quantity is ≥ μ. For every slope λ ≥ 0, the logarithm of
 * that minimum is at least λJμ + Σ_j min_p (log e_j(p) − λf(p)) (Lagrange). The minima are taken over boxes. It holds for any n, also above the number of samples.
 *
 * Source: after universal inference (Wasserman, Ramdas and Balakrishnan, arXiv 1912.11436); docs/estimates.md, known levels.
 */
export function successEvidence(prompts: readonly Successes[], n: number, quantity: SuccessQuantity): Evidence {
  const sums = new Float64Array(SLOPES.length);
  for (const { successes, samples } of prompts)
    for (const [i, least] of minimaOf(QUANTITIES.indexOf(quantity), n, successes, samples).entries())
      sums[i] = (sums[i] as number) + least;
  return (mean) =>
    SLOPES.reduce(
      (most, slope, i) => Math.max(most, slope * prompts.length * mean + (sums[i] as number)),
      Number.NEGATIVE_INFINITY,
    );
}

const REMEMBERED = 16_384;

/** min_p (log e(p) − λf(p)) for each slope λ. */
const minimaOf = remembered(
  REMEMBERED,
  (quantity: number, n: number, successes: number, samples: number): Float64Array => {
    const costs = costsOf(successes, samples);
    const largest = largestOf(quantity, n);
    return Float64Array.from(SLOPES, (slope) => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < costs.length; i += 1)
        least = Math.min(least, (costs[i] as number) - slope * (largest[i] as number));
      return least;
    });
  },
);

/** The largest value of a quantity on each box. */
const largestOf = remembered(64, (quantity: number, n: number): Float64Array => {
  const onBox = ON_BOX[QUANTITIES[quantity] as SuccessQuantity](n);
  return Float64Array.from({ length: RATES.length - 1 }, (_, i) =>
    Math.min(1, onBox(RATES[i] as number, RATES[i + 1] as number)[1]),
  );
});

/** log e(p) is convex, with its minimum at the share of successes. */
const costsOf = remembered(256, (successes: number, samples: number): Float64Array => {
  const share = successes / samples;
  const mixed = logMixed(successes, samples);
  const costs = new Float64Array(RATES.length - 1);
  for (let i = 0; i < costs.length; i += 1) {
    const nearest = Math.min(RATES[i + 1] as number, Math.max(RATES[i] as number, share));
    costs[i] = mixed - logLikelihood(successes, samples, nearest) - TINY * samples;
  }
  return costs;
});

function logLikelihood(successes: number, samples: number, p: number): number {
  const failures = samples - successes;
  return (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p));
}

/** log ∫ q^k (1−q)^(m−k) dBeta(½, ½) = log Π (i − ½) over both counts − log m!. */
function logMixed(successes: number, samples: number): number {
  let log = 0;
  for (let i = 1; i <= successes; i += 1) log += Math.log((i - 0.5) / i);
  for (let i = 1; i <= samples - successes; i += 1) log += Math.log((i - 0.5) / (successes + i));
  return log;
}
