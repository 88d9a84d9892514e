import type { Claim } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { inDomain } from '../claims/in-domain.ts';
import { type Instance, quantitiesOf } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { Selection } from '../selection/families.ts';

/** How a claim of the catalogue stands on one policy. */
export interface Standing {
  readonly id: string;
  readonly statement: string;
  readonly expected: Claim['expected'];
  readonly outcome: 'holds' | 'refuted' | 'undecided';
  /** (right − left)/max of the tightest inequality, in doubles, to sort and to show; null where there is none. */
  readonly slack: number | null;
  readonly relation: string | null;
}

/** The policy as an instance of claims. */
export function instanceOf(policy: FinitePolicy, n: number, selection: Selection): Instance {
  const { weights, ranks, ties } = policy;
  return {
    weights,
    ranks,
    n,
    ...(ties === 'order' && policy.hasTies && { ties: 'order' as const }),
    ...(selection !== 'best-of-n' && { selection }),
  };
}

/** How a claim stands on an instance. The outcome is certified. Null where the instance is not in the claim's domain. */
export function standingOf(claim: Claim, instance: Instance): Standing | null {
  if (!inDomain(instance, claim.domain)) return null;
  const { id, statement, expected } = claim;
  const { outcome } = decide(claim, instance);
  const tight = tightness(claim, quantitiesOf(instance));
  const relation = tight && `${tight.relation.left.name} ${tight.relation.is} ${tight.relation.right.name}`;
  return { id, statement, expected, outcome, slack: tight?.relative ?? null, relation };
}
