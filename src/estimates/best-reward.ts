import { type Levels, samplesOf } from './levels.ts';
import { forEachBestLevel } from './multiplicity.ts';

/** An estimate of the mean reward of best-of-n, and its standard error; null where there are too few samples for one. */
export interface BestReward {
  readonly mean: number;
  /** The standard error. */
  readonly error: number | null;
}

/**
 * The mean reward of the best of n, over all choices of n of the samples: Σ_i C(i−1,n−1)/C(m,n)·r_(i), unbiased for the mean under
 * best-of-n. The standard error is that of the jackknife; it is an estimate, right for many samples.
 *
 * Guarantee: neither exact nor an enclosure. Source: theory of U-statistics (Hoeffding 1948).
 * @param levels the samples of one prompt
 * @throws DomainError where there are fewer than n samples.
 *
 * @example
 * bestReward({ counts: [2, 1, 3], rewards: [0, 1, 5] }, 3).mean.toFixed(6); // '4.800000'
 */
export function bestReward({ counts, rewards }: Levels, n: number): BestReward {
  const atMost = new Float64Array(counts.length);
  const mass = new Float64Array(counts.length);
  const cumulative = new Float64Array(counts.length);
  forEachBestLevel(counts, n, (level, probability, upTo, all) => {
    mass[level] = probability;
    atMost[level] = all;
    cumulative[level] = upTo;
  });
  const mean = mass.reduce((sum, probability, level) => sum + probability * (rewards[level] as number), 0);
  const samples = samplesOf({ counts });
  return { mean, error: samples > n ? jackknife({ counts, rewards }, n, samples, mean, atMost, cumulative) : null };
}

/**
 * √((m−1)/m·Σ (U_(−j) − U)²), where U_(−j) leaves sample j out. Without a sample of level l, the probability that the best is at most
 * level i is `lower[i]` for i < l and `upper[i]` for i ≥ l, so sums up to and from l give all U_(−j).
 */
function jackknife(
  { counts, rewards }: Levels,
  n: number,
  samples: number,
  mean: number,
  atMost: Float64Array,
  cumulative: Float64Array,
): number {
  const scale = samples / (samples - n);
  const lower = atMost.map((p) => p * scale);
  const upper = lower.map((p, i) => (p === 0 ? 0 : (p * ((cumulative[i] as number) - n)) / (cumulative[i] as number)));
  const steps = (p: Float64Array): Float64Array => p.map((x, i) => (x - (p[i - 1] ?? 0)) * (rewards[i] as number));
  const below = steps(lower);
  const above = steps(upper);
  let sumAbove = above.reduce((sum, x) => sum + x, 0);
  let sumBelow = 0;
  let squares = 0;
  for (const [level, count] of counts.entries()) {
    sumAbove -= above[level] as number;
    const own = ((upper[level] as number) - (lower[level - 1] ?? 0)) * (rewards[level] as number);
    squares += count * (sumBelow + own + sumAbove - mean) ** 2;
    sumBelow += below[level] as number;
  }
  return Math.sqrt(((samples - 1) / samples) * squares);
}
