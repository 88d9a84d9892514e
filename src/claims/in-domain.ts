import { MAX_DRAWS } from '../policy/draws.ts';
import { hasRule } from '../selection/families.ts';
import type { Domain } from './domain.ts';
import { atomCount, hasTies, type Instance, quantitiesOf } from './instance.ts';

/** A private member is in no literal and no spread: only `inDomain` gives it. */
declare class Checked {
  private readonly checked: true;
}

/** An instance that was found to be in a domain; a changed copy of it is an ordinary instance again. */
export type InDomain = Instance & Checked;

/**
 * Whether a claim of this domain speaks of an instance, and the instance is one. The one place that decides it: what a search
 * makes, shrinks, lists or climbs to passes here before any claim is asked.
 */
export function inDomain(instance: Instance, domain: Domain): instance is InDomain {
  const { atoms, draws, mostDraws = MAX_DRAWS, realDraws = false } = domain;
  const { n, stretches = [], other } = instance;
  return (
    isSound(instance) &&
    atomCount(instance) >= atoms &&
    n >= draws &&
    n <= mostDraws &&
    instance.selection === domain.selection &&
    (!domain.selection || hasRule(domain.selection, n)) &&
    (realDraws || Number.isInteger(n)) &&
    (!domain.ties || hasTies(instance)) &&
    (domain.stretches === true || domain.atomless === true || stretches.length === 0) &&
    (!domain.atomless || stretches.length === instance.weights.length) &&
    (other !== undefined) === (domain.other ?? false) &&
    (other?.some((weight) => weight > 0n) ?? true) &&
    (!domain.small || quantitiesOf(instance).isSmall)
  );
}

/** Whether weights, levels, n, order of ties, stretches and other weights are of the form that an instance has. */
export function isSound(instance: Instance): boolean {
  const { weights, ranks, n, ties, stretches = [], other } = instance;
  if (weights.length === 0 || ranks.length !== weights.length || ranks[0] !== 0) return false;
  if (!(n >= 1 && n <= MAX_DRAWS)) return false;
  for (let index = 0; index < weights.length; index += 1) {
    if (!((weights[index] as bigint) > 0n)) return false;
    const step = index === 0 ? 0 : (ranks[index] as number) - (ranks[index - 1] as number);
    if (step !== 0 && step !== 1) return false;
  }
  if (ties && !hasTies(instance)) return false;
  if (other && (other.length !== weights.length || other.some((weight) => weight < 0n))) return false;
  return stretches.every(
    (place, i) => place > (stretches[i - 1] ?? -1) && place < weights.length && isAlone(ranks, place),
  );
}

/** Whether the outcome at a place ties with no other. */
function isAlone(ranks: readonly number[], place: number): boolean {
  const rank = ranks[place];
  return rank !== undefined && ranks[place - 1] !== rank && ranks[place + 1] !== rank;
}
