import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim } from './claim.ts';
import { ClaimFault, messageOf } from './fault.ts';
import { type Instance, instanceToJson } from './instance.ts';
import { OTHER_SELECTIONS } from './instance-schema.ts';

/** Runs work that calls a claim's code. @throws ClaimFault naming claim and instance where the work throws. */
export function attributed<T>(claim: Claim, quantities: Evaluation, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ClaimFault) throw error;
    throw new ClaimFault(claim.id, instanceToJson(instanceOf(quantities)), messageOf(error));
  }
}

/** The instance of given quantities. Loading it gives the same quantities again. */
export function instanceOf({ policy, rule, n, auxiliary }: Evaluation): Instance {
  const selection = OTHER_SELECTIONS.find((name) => name === rule.selection);
  const { weights, ranks, ties } = policy;
  // Under random ties a policy numbers its continuous parts by level; an instance numbers them by outcome.
  const continuousParts = [...policy.continuousParts].map((atom) => (ties === 'level' ? ranks.indexOf(atom) : atom));
  return {
    weights: weights,
    ranks,
    n,
    ...(ties === 'order' && policy.hasTies && { ties }),
    ...(continuousParts.length > 0 && { continuousParts }),
    ...(auxiliary.length > 0 && { auxiliary }),
    ...(selection && { selection }),
  };
}
