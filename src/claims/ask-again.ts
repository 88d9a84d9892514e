import type { Claim, Relation } from './claim.ts';
import { decide, type Verdict } from './decide.ts';
import { ClaimFault } from './fault.ts';
import { type Instance, instanceToJson } from './instance.ts';

/**
 * Decides a claim a second time, on freshly made quantities. The answer must depend on the instance alone; otherwise the findings of a
 * run could not be replayed.
 *
 * @throws ClaimFault where the second answer differs from the first.
 */
export function askAgain(claim: Claim, instance: Instance, first: Verdict): void {
  const second = decide(claim, instance);
  if (second.outcome === first.outcome && sentence(second.relation) === sentence(first.relation)) return;
  throw unsteady(claim, instance);
}

/** The fault of a claim that gives two different answers on one instance. */
export function unsteady(claim: Claim, instance: Instance): ClaimFault {
  const message = 'it gave two different answers for one instance; a claim must depend on its instance only';
  return new ClaimFault(claim.id, instanceToJson(instance), message);
}

function sentence(relation: Relation | null): string {
  return relation ? `${relation.left.name} ${relation.is} ${relation.right.name}` : '';
}
