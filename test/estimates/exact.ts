import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

/** The mean of h(K) for n independent draws of a policy, where K of them are at the best level drawn; the probabilities are exact. */
export function meanOverDraws(weights: readonly number[], n: number, h: ArrayLike<number>): number {
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  let below = 0n;
  let mean = 0;
  for (const weight of weights.map(BigInt)) {
    for (let k = 1; k <= n; k += 1) {
      const ways = choose(n, k) * weight ** BigInt(k) * below ** BigInt(n - k);
      mean += ratio(ways, total ** BigInt(n)) * (h[k] as number);
    }
    below += weight;
  }
  return mean;
}

/** The gap D̃_n − KL, correct to 15 digits. */
export function gapOf(weights: readonly number[], n: number): number {
  return Number(printReal(new BestOfN(FinitePolicy.fromWeights(weights.map(BigInt)), n).gap, 15).lo);
}

export function choose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}

const DIGITS = 10n ** 25n;

export function ratio(a: bigint, b: bigint): number {
  return Number((a * DIGITS) / b) / Number(DIGITS);
}

/** All subsets of n of the samples, each as the levels of its members. */
export function* subsets(counts: readonly number[], n: number): Generator<number[]> {
  const samples = counts.flatMap((count, level) => Array.from({ length: count }, () => level));
  function* from(start: number, chosen: number[]): Generator<number[]> {
    if (chosen.length === n) yield chosen;
    else for (let i = start; i < samples.length; i += 1) yield* from(i + 1, [...chosen, samples[i] as number]);
  }
  yield* from(0, []);
}

/** H_k − e as a rational, up to an enclosure of e that is far narrower than a double. */
export function harmonic(k: number): Rational {
  return Array.from({ length: k }, (_, i) => Rational.of(1, i + 1)).reduce((sum, x) => sum.add(x), Rational.ZERO);
}
