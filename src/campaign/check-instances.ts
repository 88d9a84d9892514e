import type { Claim, Domain } from '../claims/claim.ts';
import { decide, type Outcome } from '../claims/decide.ts';
import { atomCount, hasTies, type Instance, quantitiesOf } from '../claims/instance.ts';

/** Whether a claim of this domain speaks of an instance. */
export function inDomain(instance: Instance, domain: Domain): boolean {
  const { atoms, draws, mostDraws = Number.POSITIVE_INFINITY, realDraws = false } = domain;
  const { n, stretches = [], other } = instance;
  return (
    atomCount(instance) >= atoms &&
    n >= draws &&
    n <= mostDraws &&
    (realDraws || Number.isInteger(n)) &&
    (!domain.ties || hasTies(instance)) &&
    (!domain.small || quantitiesOf(instance).isSmall) &&
    (domain.stretches === true || domain.atomless === true || stretches.length === 0) &&
    (!domain.atomless || stretches.length === instance.weights.length) &&
    (other?.some((weight) => weight > 0n) ?? false) === (domain.other ?? false)
  );
}

/** Decides a claim on each instance; null where the instance is outside the claim's domain. */
export function checkInstances(claim: Claim, instances: readonly Instance[]): (Outcome | null)[] {
  return instances.map((instance) =>
    inDomain(instance, claim.domain) ? decide(claim, quantitiesOf(instance)).outcome : null,
  );
}
