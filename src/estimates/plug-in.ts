import type { Levels } from './levels.ts';
import { samplesOf } from './levels.ts';

/**
 * The KL of best-of-n from the empirical policy of a prompt's samples, in nats: Σ π_i log(π_i/p_i) with the shares p_i of the levels. It is
 * not an estimate of the KL of the model: it is at most the logarithm of the number of samples, for every n.
 *
 * Guarantee: a double.
 *
 * @example
 * plugInKl({ counts: [1, 1] }, 2).toFixed(6); // '0.130812'
 */
export function plugInKl(levels: Pick<Levels, 'counts'>, n: number): number {
  const samples = samplesOf(levels);
  let [kl, below] = [0, 0];
  for (const count of levels.counts) {
    const logUpTo = Math.log((below + count) / samples);
    // π = F^n (1 − (F′/F)^n), whose logarithm is finite also where π is not a double.
    const logChosen = n * logUpTo + (below === 0 ? 0 : Math.log(-Math.expm1(n * Math.log1p(-count / (below + count)))));
    kl += Math.exp(logChosen) * (logChosen - Math.log(count / samples));
    below += count;
  }
  return Math.max(0, kl);
}
