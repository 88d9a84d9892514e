/**
 * The logarithm of the evidence against "the mean is ≥ μ", as a function of μ. If the mean is ≥ μ, the expectation of the evidence is at
 * most 1. So it exceeds 1/α with probability at most α (Markov). It is nondecreasing in μ.
 */
export type Evidence = (mean: number) => number;

/** Values in [0, 1], one for each prompt, independent of each other. */
export type Values = ArrayLike<number>;

/** Rounding errors of the evidence are far smaller. */
const SAFETY = 1e-6;
const HALVINGS = 50;
const MAX_STAKE = 40;
const MAX_EXPONENT = 24;

/**
 * An upper confidence bound of the mean: the largest μ in [0, 1] against which there is no evidence above 1/α.
 *
 * Guarantee: statistical; the mean is at most the bound with probability ≥ 1 − α for every number of values. The bound itself is a double,
 * rounded up.
 *
 * @example
 * upperConfidenceBound(bettingEvidence([0], 0.5), 0.5).toFixed(4); // '0.5000'
 */
export function upperConfidenceBound(evidence: Evidence, alpha: number): number {
  const wanted = SAFETY - Math.log(alpha);
  let [low, high] = [0, 1];
  for (let k = 0; k < HALVINGS; k += 1) {
    const middle = (low + high) / 2;
    if (evidence(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** The mean of several pieces of evidence is evidence. */
export function averagedEvidence(parts: readonly Evidence[]): Evidence {
  return (mean) => logMeanExp(parts.map((part) => part(mean)));
}

function logMeanExp(logs: readonly number[]): number {
  const most = Math.max(...logs);
  if (!Number.isFinite(most)) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
}

/**
 * The capital of a bettor against "the mean is ≥ μ", averaged over fixed stakes λ: Π_j (1 + λ(μ − x_j)), with λ lowered to 1/(1 − μ) where it
 * is larger, so that no factor is negative. If the values have one expectation ≥ μ, each factor has an expectation ≤ 1. If they have
 * different expectations μ_j whose mean is ≥ μ, then Π_j (1 + λ(μ − μ_j)) ≤ 1, because a geometric mean is at most the arithmetic mean. So
 * it is evidence both where prompts are drawn from a population and where they are given. Source: after Waudby-Smith & Ramdas,
 * arXiv 2010.09686, with stakes that do not depend on the values, which is what the second case needs.
 */
export function bettingEvidence(values: Values, alpha: number): Evidence {
  // The best stake is near √(2·log(1/α)/J)/σ, and σ ≤ 1/2.
  const stakes = [2 * Math.sqrt((-2 * Math.log(alpha)) / values.length)];
  while (2 * (stakes.at(-1) as number) <= MAX_STAKE) stakes.push(2 * (stakes.at(-1) as number));
  const counts = counted(values);
  return averagedEvidence(stakes.map((stake) => (mean) => logCapital(counts, mean, stake)));
}

/**
 * The different values, with the number of prompts that have each. A value that rounding has put a little outside of [0, 1] is put back, or
 * a factor of the capital would be negative.
 */
function counted(values: Values): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let j = 0; j < values.length; j += 1) {
    const value = Math.min(1, Math.max(0, values[j] as number));
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function logCapital(counts: ReadonlyMap<number, number>, mean: number, stake: number): number {
  if (mean >= 1) return Number.POSITIVE_INFINITY;
  const slope = Math.min(stake, 1 / (1 - mean));
  let sum = 0;
  for (const [value, count] of counts) sum += count * Math.log1p(slope * (mean - value));
  return sum;
}

/**
 * Evidence where each value is a mean over all choices of n of a prompt's samples, of a function in [0, 1]. Such a mean is an average of
 * means over `blocks` = ⌊m/n⌋ disjoint choices (Hoeffding 1963, §5), so E e^(−s·blocks·x_j) ≤ (1 − μ_j(1 − e^−s))^blocks, by the
 * convexity of the exponential function. The product over the prompts is largest where all μ_j are equal. It holds for given prompts only:
 * the samples of one prompt of a population are not independent.
 */
export function blockEvidence(values: Values, blocks: number, alpha: number): Evidence {
  let total = 0;
  for (let j = 0; j < values.length; j += 1) total += values[j] as number;
  const trials = values.length * blocks;
  const exponents = [MAX_EXPONENT];
  const least = 2 * Math.sqrt((-2 * Math.log(alpha)) / trials);
  while ((exponents.at(-1) as number) / 2 >= least) exponents.push((exponents.at(-1) as number) / 2);
  return averagedEvidence(
    exponents.map((s) => (mean) => -s * blocks * total - trials * Math.log1p(mean * Math.expm1(-s))),
  );
}
