/**
 * What a run asks of its search. `all`: that it refutes what is known to be false, and gives each regime its share. `scaled`, of a quick
 * run: the same, with shares as small as chance may make them in so few instances, and instances where an assumption fails need not
 * refute. `nothing`: the search is a short addition to a check of samples.
 */
export type Demand = 'all' | 'scaled' | 'nothing';

/** Shares are checked in runs of at least this many instances, unless they are scaled. In shorter runs they vary too much by chance. */
export const SHARES_FROM = 100;

/** A search that gives a regime exactly its share misses the scaled one with at most this probability. */
const MISSED_BY_CHANCE = 1e-4;

/** The share of `instances` that a run asks for a regime where the claim's is `share`. */
export function minimumShare(share: number, instances: number, demand: Demand): number {
  if (demand !== 'scaled' || share === 1 || instances === 0) return share;
  return leastByChance(share, instances) / instances;
}

/**
 * The largest k such that among `instances` trials of probability `share`, fewer than k succeed with probability at most
 * `MISSED_BY_CHANCE`. Computed in doubles, neither exact nor an enclosure: where that probability is within 1e-10 of the limit, k may be
 * off by one.
 */
function leastByChance(share: number, instances: number): number {
  const logOdds = Math.log(share) - Math.log1p(-share);
  let logTerm = instances * Math.log1p(-share);
  let below = Math.exp(logTerm);
  let least = 0;
  while (below <= MISSED_BY_CHANCE) {
    logTerm += Math.log((instances - least) / (least + 1)) + logOdds;
    least += 1;
    below += Math.exp(logTerm);
  }
  return least;
}
