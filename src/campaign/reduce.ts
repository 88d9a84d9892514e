import type { Domain } from '../claims/claim.ts';
import type { Instance } from '../claims/instance.ts';
import { shrink } from './shrink.ts';

/** The end of a chain of simplifications, each of which is still wanted. */
export function reduce(instance: Instance, domain: Domain, isWanted: (instance: Instance) => boolean): Instance {
  for (;;) {
    const simpler = firstOf(shrink(instance, domain), isWanted);
    if (!simpler) return instance;
    instance = simpler;
  }
}

function firstOf(instances: Iterable<Instance>, isWanted: (instance: Instance) => boolean): Instance | null {
  for (const instance of instances) if (isWanted(instance)) return instance;
  return null;
}
