import type { Domain } from '../claims/domain.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { shrink } from './shrink.ts';

export interface Reduced {
  readonly instance: InDomain;
  /** Whether there were too many simplifications to try them all; no single one is wanted where there were not. */
  readonly isCutShort: boolean;
}

/** Trying a simplification costs time in proportion to its outcomes; those tried may have so many together. */
const MOST_OUTCOMES = 5_000_000;

/** The end of a chain of simplifications, each of which is still wanted. */
export function reduce(instance: InDomain, domain: Domain, isWanted: (instance: InDomain) => boolean): Reduced {
  let outcomes = 0;
  const isTooMuch = (): boolean => outcomes > MOST_OUTCOMES;
  const firstOf = (instances: Iterable<InDomain>): InDomain | null => {
    for (const simpler of instances) {
      if (isTooMuch()) return null;
      outcomes += simpler.weights.length;
      if (isWanted(simpler)) return simpler;
    }
    return null;
  };
  for (;;) {
    const simpler = firstOf(shrink(instance, domain));
    if (!simpler) return { instance, isCutShort: isTooMuch() };
    instance = simpler;
  }
}
