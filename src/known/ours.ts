import { inDomain } from '../claims/in-domain.ts';
import type { Instance } from '../claims/instance.ts';
import { AGREE, HAS_NO_VALUE, PREMISE_FAILS, TOO_LARGE } from '../claims/silent.ts';
import type { Conjecture } from '../conjectures/conjecture.ts';
import { sharedInstances } from './instances.ts';
import { type Sides, sidesOf } from './sides.ts';
import type { Values } from './values.ts';

/** An instance with the sides of the conjecture on it; null where it says nothing. They are worked out when they are asked for. */
export interface OnInstance {
  readonly instance: Instance;
  readonly sides: () => Sides | null;
}

/** What a conjecture of one comparison says on the shared instances of its domain, and on its counterexample first. */
export function onInstances({ claim }: Conjecture, refuting: Instance | null, values: Values): readonly OnInstance[] {
  const instances = [...(refuting ? [refuting] : []), ...sharedInstances(claim.domain)];
  return instances
    .filter((instance) => inDomain(instance, claim.domain))
    .map((instance) => {
      let found: Sides | null | undefined;
      const sides = (): Sides | null => {
        const [relation] = claim.relations(values.quantities(instance));
        return relation && ![PREMISE_FAILS, HAS_NO_VALUE, AGREE, TOO_LARGE].includes(relation)
          ? sidesOf(relation)
          : null;
      };
      return {
        instance,
        sides: () => {
          if (found === undefined) found = sides();
          return found;
        },
      };
    });
}
