import type { Claim } from '../claims/claim.ts';
import { type InDomain, inDomain } from '../claims/in-domain.ts';
import { atomCount, type Instance, instanceKey, quantitiesOf } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import { generate } from './generate.ts';
import { neighbour } from './moves.ts';
import { claimSeed, seeded } from './random.ts';

/** The instance that came nearest to refuting a claim. */
export interface Summit {
  readonly instance: InDomain;
  /** As in `tightness`; below 0 where the claim is refuted. */
  readonly relative: number;
}

export interface Climb {
  readonly evaluations: number;
  readonly summit: Summit | null;
}

/** The starts share the evaluations. Few long climbs get higher than many short ones, but end more often at a poor local optimum. */
const EVALUATIONS_OF_START = 100;
/** Policies of hundreds of outcomes cost too much for so many evaluations. */
const LIMITS = { noManyAtoms: true, digits: 13 };

/**
 * Hill climbing against a claim. It starts from many generated instances and keeps a change of weights or n unless it moves the sides
 * of the claim's tightest inequality further apart. It ends when the claim is refuted or the evaluations are used up. Only instances
 * with n > 1 and at least two atoms or a continuous part count. Deterministic in (seed, evaluations).
 */
export function climb(claim: Claim, seed: number, evaluations: number, shouldStop?: () => boolean): Climb {
  const random = seeded(`${claimSeed(seed, claim.id)}/climb`);
  const starts = Math.max(1, Math.ceil(evaluations / EVALUATIONS_OF_START));
  let best: Summit | null = null;
  let done = 0;
  for (let start = 0; start < starts && done < evaluations; start += 1) {
    const share = Math.ceil((evaluations - done) / (starts - start));
    // Every second climb continues from the best instance so far.
    let here: Summit | null = start % 2 === 1 ? best : null;
    for (let step = 0; step < share; step += 1) {
      if (shouldStop?.()) return { evaluations: done, summit: best };
      const instance = here ? neighbour(random, here.instance) : generate(random, claim.domain, LIMITS);
      const there = look(claim, instance);
      done += 1;
      if (there && (!here || there.relative <= here.relative)) here = there;
      if (here && here.relative < 0) return { evaluations: done, summit: here };
    }
    if (here && (!best || here.relative < best.relative || isShorter(here, best))) best = here;
  }
  return { evaluations: done, summit: best };
}

function isShorter(a: Summit, b: Summit): boolean {
  return a.relative === b.relative && instanceKey(a.instance).length < instanceKey(b.instance).length;
}

/** The instance with its tightness; null where it is outside the claim's domain, is trivial, or has no relation that could be tight. */
function look(claim: Claim, instance: Instance): Summit | null {
  const ordinary =
    (instance.continuousParts?.length ?? 0) > 0 || atomCount(instance) >= Math.max(2, claim.domain.atoms);
  if (!ordinary || instance.n <= 1 || !inDomain(instance, claim.domain)) return null;
  const found = tightness(claim, quantitiesOf(instance));
  return found && { instance, relative: found.relative };
}
