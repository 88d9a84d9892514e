import { DomainError } from '../arithmetic/errors.ts';
import { checkDraws } from '../policy/draws.ts';

/** Where the products of probabilities end: what is left out is below the error of the rest. */
const NEGLIGIBLE = 1e-40;

/**
 * What is known of a level when n samples are drawn without replacement: the probability that the best of them is there, the number of
 * samples up to the level, and the probability that the best of them is there or below.
 */
type Visit = (level: number, probability: number, upTo: number, atMost: number) => void;

/** Visits the levels at which the best of n of the samples can be, from the best level down. @throws DomainError for fewer than n samples. */
export function forEachBestLevel(counts: readonly number[], n: number, visit: Visit): void {
  let upTo = counts.reduce((sum, count) => sum + count, 0);
  checkDraws(n);
  if (upTo < n) throw new DomainError(`${upTo} samples are fewer than n = ${n}`);
  // P(all n are at this level or below) = C(upTo, n)/C(m, n).
  let atMost = 1;
  for (let level = counts.length - 1; level >= 0 && atMost > NEGLIGIBLE; level -= 1) {
    const count = counts[level] as number;
    const below = allBelow(upTo, count, n);
    visit(level, atMost * (1 - below), upTo, atMost);
    atMost *= below;
    upTo -= count;
  }
}

/** C(m − count, n)/C(m, n), the probability that none of n samples is among `count` of them; a product over the fewer of both. */
function allBelow(m: number, count: number, n: number): number {
  if (m - count < n) return 0;
  const [fewer, more] = count < n ? [count, n] : [n, count];
  let product = 1;
  for (let i = 0; i < fewer && product > NEGLIGIBLE; i += 1) product *= (m - more - i) / (m - i);
  return product;
}

/**
 * E h(K) for the number K of draws at the best level, where n of the samples are drawn without replacement: the mean of h(K) over all
 * choices of n samples. So it is an unbiased estimator (a U-statistic) of the mean of h(K) among n independent draws.
 *
 * Guarantee: neither exact nor an enclosure; a sum of doubles ≥ 0, with a relative error below 1e−15 for each sample.
 *
 * @param counts the numbers of samples at each level, from the worst to the best, all > 0
 * @param h the weights h(0), …, h(n); h(0) is not used
 * @throws DomainError where there are fewer than n samples.
 *
 * @example
 * meanOverTies([1, 2], 2, [0, 0, 1]).toFixed(6); // '0.333333'
 */
export function meanOverTies(counts: readonly number[], n: number, h: ArrayLike<number>): number {
  let mean = 0;
  forEachBestLevel(counts, n, (level, probability, upTo) => {
    mean += probability * meanAtLevel(counts[level] as number, upTo, n, h);
  });
  return mean;
}

/**
 * The mean of h(K) for K > 0, where n of `upTo` samples are drawn, of which `count` are at the level: K is hypergeometric. Its
 * probabilities follow from that of the mode by their ratios.
 */
function meanAtLevel(count: number, upTo: number, n: number, h: ArrayLike<number>): number {
  const least = Math.max(1, n - (upTo - count));
  const most = Math.min(count, n);
  if (least === most) return h[least] as number;
  // P(K = k + 1)/P(K = k).
  const ratio = (k: number): number => ((count - k) * (n - k)) / ((k + 1) * (upTo - count - n + k + 1));
  const mode = Math.min(most, Math.max(least, Math.floor(((n + 1) * (count + 1)) / (upTo + 2))));
  let total = 1;
  let sum = h[mode] as number;
  for (let k = mode, p = 1; k < most && p > NEGLIGIBLE; k += 1) {
    p *= ratio(k);
    total += p;
    sum += p * (h[k + 1] as number);
  }
  for (let k = mode - 1, p = 1; k >= least && p > NEGLIGIBLE; k -= 1) {
    p /= ratio(k);
    total += p;
    sum += p * (h[k] as number);
  }
  return sum / total;
}
