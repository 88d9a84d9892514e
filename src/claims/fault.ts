import type { BestOfN } from '../theory/best-of-n.ts';
import type { Claim } from './claim.ts';
import { type InstanceJson, instanceToJson } from './instance.ts';

/** The code of a claim threw on an instance: a fault of whoever wrote the claim. */
export class ClaimFault extends Error {
  override name = 'ClaimFault';
  readonly claim: string;
  readonly instance: InstanceJson;

  constructor(claim: string, instance: InstanceJson, message: string) {
    super(message);
    this.claim = claim;
    this.instance = instance;
  }
}

/** Does work that runs a claim's code. @throws ClaimFault naming claim and instance where it throws. */
export function blaming<T>(claim: Claim, quantities: BestOfN, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimFault) throw error;
    const { policy, n, other } = quantities;
    const instance = instanceToJson({
      weights: policy.outcomes,
      ranks: policy.ranks,
      n,
      ...(policy.ties === 'order' && { ties: 'order' }),
      ...(policy.stretches.size > 0 && { stretches: [...policy.stretches] }),
      ...(other.length > 0 && { other }),
    });
    throw new ClaimFault(claim.id, instance, error instanceof Error ? error.message : String(error));
  }
}
