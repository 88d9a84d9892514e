import type { Claim } from '../claims/claim.ts';
import type { Outcome } from '../claims/decide.ts';
import { inDomain } from '../claims/in-domain.ts';
import type { Instance } from '../claims/instance.ts';
import { lookAt } from './findings.ts';

/** Decides a claim on each instance; null where the instance is outside the claim's domain. */
export function checkInstances(claim: Claim, instances: readonly Instance[]): (Outcome | null)[] {
  return instances.map((instance) =>
    inDomain(instance, claim.domain) ? lookAt(claim, instance).verdict.outcome : null,
  );
}
