import type { Claim, Domain } from '../claims/claim.ts';
import { decide, type Outcome } from '../claims/decide.ts';
import { atomCount, type Instance, policyOf } from '../claims/instance.ts';
import { BestOfN } from '../theory/best-of-n.ts';

/** Whether a claim of this domain speaks of an instance. */
export function inDomain(instance: Instance, { atoms, draws }: Domain): boolean {
  return atomCount(instance) >= atoms && instance.n >= draws;
}

/** Decides a claim on each instance; null where the instance is outside the claim's domain. */
export function checkInstances(claim: Claim, instances: readonly Instance[]): (Outcome | null)[] {
  return instances.map((instance) =>
    inDomain(instance, claim.domain) ? decide(claim, new BestOfN(policyOf(instance), instance.n)).outcome : null,
  );
}
