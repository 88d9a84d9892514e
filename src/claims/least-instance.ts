import { MAX_DRAWS } from '../policy/draws.ts';
import { hasRule, limitsOf } from '../selection/families.ts';
import type { Domain } from './domain.ts';
import { type InDomain, inDomain } from './in-domain.ts';
import type { Instance } from './instance.ts';

/** An instance with the fewest and lightest outcomes and the fewest draws that a domain allows; null where the domain is empty. */
export function leastInstance(domain: Domain): InDomain | null {
  const outcomes = domain.atoms + (domain.ties ? 1 : 0);
  const places = Array.from({ length: outcomes }, (_, index) => index);
  const instance: Instance = {
    weights: places.map(() => 1n),
    ranks: places.map((place) => Math.min(place, domain.atoms - 1)),
    n: leastDraws(domain),
    ...(domain.atomless && { continuousParts: places }),
    ...(domain.selection && { selection: domain.selection }),
    ...(domain.auxiliary && { auxiliary: places.map((place) => (place === outcomes - 1 ? 1n : 0n)) }),
  };
  return inDomain(instance, domain) ? instance : null;
}

/** The least n of a domain. */
export function leastDraws({ draws, realDraws }: Domain): number {
  return realDraws ? draws : Math.ceil(draws);
}

/**
 * Why a domain is empty, as one clause; null where it is not. It suffices to try the least instance: if any instance is within the limits,
 * so is the least one.
 */
export function emptiness(domain: Domain): string | null {
  if (leastInstance(domain)) return null;
  const { draws, maxDraws = MAX_DRAWS, atoms, selection } = domain;
  if (selection && !hasRule(selection, leastDraws(domain)))
    return `${limitsOf(selection)}, and the least n of the domain is ${leastDraws(domain)}`;
  if (leastDraws(domain) > maxDraws)
    return `there is no integer from ${draws} to ${maxDraws}, and n is an integer unless realDraws is given`;
  if (domain.ties && domain.atomless)
    return 'a policy without atoms has no ties, so ties and atomless exclude each other';
  return `exact forms of ${atoms} atoms at n = ${leastDraws(domain)} exceed the size rule that exactForms requires; lower atoms or draws, or leave out exactForms`;
}
