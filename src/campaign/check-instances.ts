import type { Claim } from '../claims/claim.ts';
import { decide, type Outcome } from '../claims/decide.ts';
import { atomCount, type Instance, policyOf } from '../claims/instance.ts';
import { BestOfN } from '../theory/best-of-n.ts';

/** Decides a claim on each instance; null where the instance is outside the claim's domain. */
export function checkInstances(claim: Claim, instances: readonly Instance[]): (Outcome | null)[] {
  return instances.map((instance) => {
    const inside = atomCount(instance) >= claim.domain.atoms && instance.n >= claim.domain.draws;
    return inside ? decide(claim, new BestOfN(policyOf(instance), instance.n)).outcome : null;
  });
}
