import { MAX_DRAWS } from '../policy/draws.ts';
import { hasRule } from '../selection/families.ts';
import type { Domain } from './domain.ts';
import { atomCount, hasTies, type Instance, quantitiesOf } from './instance.ts';

/** A brand for checked instances. No literal or spread has a private member, so only `inDomain` gives this type. */
declare class Checked {
  private readonly checked: true;
}

/** An instance that was checked to be in a domain. A changed copy is an ordinary instance again. */
export type InDomain = Instance & Checked;

/**
 * Whether an instance is well formed and in the domain of a claim. Only this function decides it: each instance that a search generates,
 * shrinks, enumerates or climbs to passes here before a claim is decided on it.
 */
export function inDomain(instance: Instance, domain: Domain): instance is InDomain {
  const { atoms, maxAtoms = Number.POSITIVE_INFINITY, draws, maxDraws = MAX_DRAWS, realDraws = false } = domain;
  const { n, continuousParts = [], auxiliary } = instance;
  return (
    isSound(instance) &&
    atomCount(instance) >= atoms &&
    atomCount(instance) <= maxAtoms &&
    n >= draws &&
    n <= maxDraws &&
    instance.selection === domain.selection &&
    (!domain.selection || hasRule(domain.selection, n)) &&
    (realDraws || Number.isInteger(n)) &&
    (!domain.ties || hasTies(instance)) &&
    (domain.continuousParts === true || domain.atomless === true || continuousParts.length === 0) &&
    (!domain.atomless || continuousParts.length === instance.weights.length) &&
    (auxiliary !== undefined) === (domain.auxiliary ?? false) &&
    (auxiliary?.some((weight) => weight > 0n) ?? true) &&
    (!domain.exactForms || quantitiesOf(instance).hasExactForms)
  );
}

/** Whether weights, levels, n, order of ties, continuous parts and auxiliary weights are well formed. */
export function isSound(instance: Instance): boolean {
  const { weights, ranks, n, ties, continuousParts = [], auxiliary } = instance;
  if (ranks.length !== weights.length || ranks[0] !== 0) return false;
  if (!(n >= 1 && n <= MAX_DRAWS)) return false;
  for (let index = 0; index < weights.length; index += 1) {
    if (!((weights[index] as bigint) > 0n)) return false;
    const step = index === 0 ? 0 : (ranks[index] as number) - (ranks[index - 1] as number);
    if (step !== 0 && step !== 1) return false;
  }
  if (ties && !hasTies(instance)) return false;
  if (auxiliary && (auxiliary.length !== weights.length || auxiliary.some((weight) => weight < 0n))) return false;
  return continuousParts.every((place, i) => place > (continuousParts[i - 1] ?? -1) && isAlone(ranks, place));
}

/** Whether there is an outcome at this index, and it ties with no other. Beside what is no index is no outcome either: undefined twice. */
function isAlone(ranks: readonly number[], place: number): boolean {
  const rank = ranks[place];
  return ranks[place - 1] !== rank && ranks[place + 1] !== rank;
}
