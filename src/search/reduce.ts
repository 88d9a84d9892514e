import type { Domain } from '../claims/domain.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { shrink } from './shrink.ts';

export interface Reduced {
  readonly instance: InDomain;
  /** Whether there were too many simplifications to try all. Where false, no simplification of `instance` is wanted. */
  readonly isCutShort: boolean;
}

/** When to give up simplifying. */
export interface Patience {
  /** The most outcomes of all tried simplifications together: the time to try one is proportional to its outcomes. */
  readonly maxOutcomes: number;
  /** Asked between simplifications; true ends the work. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Further simplifications, tried before those of `shrink`. */
  readonly further?: (instance: InDomain, domain: Domain) => Iterable<InDomain>;
}

export const PATIENT: Patience = { maxOutcomes: 5_000_000 };

/** Simplifies an instance step by step, as long as the result is wanted. */
export function reduce(
  instance: InDomain,
  domain: Domain,
  isWanted: (instance: InDomain) => boolean,
  { maxOutcomes, shouldStop, further = () => [] }: Patience = PATIENT,
): Reduced {
  let outcomes = 0;
  const isTooMuch = (): boolean => outcomes > maxOutcomes || shouldStop?.() === true;
  const firstOf = (instances: Iterable<InDomain>): InDomain | null => {
    for (const simpler of instances) {
      if (isTooMuch()) return null;
      outcomes += simpler.weights.length;
      if (isWanted(simpler)) return simpler;
    }
    return null;
  };
  for (;;) {
    const simpler = firstOf(further(instance, domain)) ?? firstOf(shrink(instance, domain));
    if (!simpler) return { instance, isCutShort: isTooMuch() };
    instance = simpler;
  }
}
