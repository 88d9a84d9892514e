/** Rounds of our search of the claim kl-bound. The benchmark loads this module as a bundle. */
import { claim } from '../properties/beirami-2024/kl-bound.ts';
import { decideOn } from '../src/claims/decide.ts';
import { type Instance, policyOf } from '../src/claims/instance.ts';
import { BestOfN } from '../src/quantities/best-of-n.ts';
import { survey } from '../src/search/fast-check-adapter.ts';
import { claimSeed } from '../src/search/random.ts';

/** One round of a search. */
export interface Round {
  readonly instances: number;
  readonly outcomes: number;
  readonly seconds: number;
  /** The time to generate the same instances without deciding anything. */
  readonly generationSeconds: number;
}

export interface OurRound extends Round {
  /** Instances that double-double did not decide. */
  readonly escalations: number;
}

/** Limits for policies like the peer's: at most 50 outcomes, and a total weight below 2^53. */
const LIMITS = { digits: 15, noManyAtoms: true };

/**
 * A survey that decides the claim on every instance, and then a survey of the same instances that decides nothing. The additions of
 * `verify`, cross-checks and counts for the report, are not part of a certified run.
 */
export function ourRound(instances: number, seed: number): OurRound {
  let outcomes = 0;
  let escalations = 0;
  const seconds = surveySeconds(instances, seed, (instance) => {
    const { outcome, digits } = decideOn(claim, new BestOfN(policyOf(instance), instance.n));
    if (outcome !== 'holds') throw new Error(`the claim ${claim.id} did not hold on every instance`);
    // Includes instances that an exact form decided in the end: intervals were tried before.
    if (digits > 0) escalations += 1;
    outcomes += instance.weights.length;
  });
  const generationSeconds = surveySeconds(instances, seed, () => undefined);
  return { instances, outcomes, seconds, generationSeconds, escalations };
}

function surveySeconds(instances: number, seed: number, visit: (instance: Instance) => void): number {
  const start = performance.now();
  const visitor = { wants: () => true, visit };
  const all = survey(claim.domain, claimSeed(seed, claim.id), instances, visitor, LIMITS);
  if (!all) throw new Error(`there are no ${instances} instances of ${claim.id}`);
  return (performance.now() - start) / 1000;
}
