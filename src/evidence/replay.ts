import { DomainError, InsufficientPrecisionError } from '../arithmetic/errors.ts';
import type { Claim, Relation } from '../claims/claim.ts';
import { decideOn } from '../claims/decide.ts';
import { messageOf } from '../claims/fault.ts';
import { inDomain } from '../claims/in-domain.ts';
import { type Instance, instanceFromJson, quantitiesOf } from '../claims/instance.ts';
import { statedRelations } from '../claims/stated.ts';
import { withRelations } from '../claims/with-relations.ts';
import { InputError, naming } from '../policy/errors.ts';
import { describe } from './counterexample.ts';
import type { Counterexample } from './schema.ts';
import { checkSmallest } from './smallest.ts';
import { load } from './store.ts';

/**
 * `refuted`: everything is as the file says. `not refuted`: the claim holds on the instance, or the instance is outside its domain.
 * `disagrees`: the file is wrong about its numbers or about smaller instances.
 */
export type ReplayOutcome = 'refuted' | 'not refuted' | 'disagrees';

export interface Replay {
  readonly file: string;
  readonly claim: string;
  readonly outcome: ReplayOutcome;
  /** One clause about the result, and about what was not checked. */
  readonly detail: string;
}

/**
 * Recomputes a saved counterexample from its instance alone. Enclosures are the nearest decimals around a number, so the strings of an
 * honest file come out the same however they are computed.
 * @throws InputError when the file cannot be read or names no known claim.
 */
export async function replay(file: string, claims: readonly Claim[]): Promise<Replay> {
  const stored = await load(file);
  const claim = await claimOf(stored, claims);
  if (claim) return check(stored, file, claim);
  throw new InputError(
    `${file}: there is no claim ${JSON.stringify(stored.claim)}; a claim of your own needs --claim FILE`,
  );
}

/** The same, but null for a file of a claim that is not among `claims`. @throws InputError */
export async function replayIfKnown(file: string, claims: readonly Claim[]): Promise<Replay | null> {
  const stored = await load(file);
  const claim = stored.conjecture ? undefined : claims.find(({ id }) => id === stored.claim);
  return claim ? check(stored, file, claim) : null;
}

/** The claim of a counterexample: that of its text, or one of these. @throws InputError where the text is no formula. */
export async function claimOf(
  { claim: id, conjecture }: Counterexample,
  claims: readonly Claim[],
): Promise<Claim | undefined> {
  if (!conjecture) return claims.find((claim) => claim.id === id);
  // The language is loaded only where something was typed.
  const { conjectureOf } = await import('../conjectures/conjecture.ts');
  return conjectureOf({ ...conjecture, id }).claim;
}

function check(stored: Counterexample, file: string, claim: Claim): Replay {
  const instance = naming(file, () => instanceFromJson(stored.instance));
  const result = (outcome: ReplayOutcome, detail: string): Replay => ({ file, claim: claim.id, outcome, detail });
  const quantities = quantitiesOf(instance);
  const { left, is, right } = stored.violated;
  const isSpokenOf = inDomain(instance, claim.domain);
  // Outside its domain a claim may throw.
  const all = stated(claim, quantities, isSpokenOf ? file : null);
  const named = all.filter((relation) => relation.left.name === left.name && relation.right.name === right.name);
  const differences = named.map((relation) => differenceFrom(stored, claim, instance, relation));
  const [difference] = differences;
  if (difference === undefined)
    return result('disagrees', `the claim has no relation between ${left.name} and ${right.name} on this instance`);
  // A claim may have several relations with the same names; the file is about one of them.
  const relation = named[differences.indexOf(null)];
  if (!relation) return result('disagrees', `${difference} differs from the value for the instance`);
  if (!isSpokenOf) return result('not refuted', 'the instance is outside the domain of the claim');
  if (!isRefuted(claim, relation, quantities))
    return result('not refuted', `${left.name} ${is} ${right.name} holds on this instance`);
  const smallest = stored.found.by === 'samples' ? 'right' : checkSmallest(claim, instance, stored.found.smallest);
  if (smallest === 'wrong') return result('disagrees', 'found.smallest is not true');
  const unchecked = smallest === 'unchecked' ? '; whether it is smallest was not checked' : '';
  return result('refuted', `${left.name} ${is} ${right.name} fails${unchecked}`);
}

/** The claim's relations. Where its code throws or states nothing: none if `file` is null; otherwise @throws InputError naming the file. */
function stated(claim: Claim, quantities: ReturnType<typeof quantitiesOf>, file: string | null): Relation[] {
  try {
    return [...statedRelations(claim, quantities)];
  } catch (error) {
    if (file === null) return [];
    throw new InputError(`${file}: claim ${claim.id} cannot be checked on this instance: ${messageOf(error)}`);
  }
}

function isRefuted(claim: Claim, relation: Relation, quantities: ReturnType<typeof quantitiesOf>): boolean {
  return (
    decideOn(
      withRelations(claim, () => [relation]),
      quantities,
    ).outcome === 'refuted'
  );
}

/** The first field that differs from the value for the instance; the margin where no precision decides its sign. */
function differenceFrom(stored: Counterexample, claim: Claim, instance: Instance, relation: Relation): string | null {
  try {
    return firstDifference(stored, describe(claim, instance, relation, stored.found, stored.conjecture));
  } catch (error) {
    if (error instanceof DomainError || error instanceof InsufficientPrecisionError) return 'violated.margin';
    throw error;
  }
}

/** The path of the first field in which two counterexamples differ. */
function firstDifference(stored: object, again: object, path = ''): string | null {
  for (const key of new Set([...Object.keys(stored), ...Object.keys(again)])) {
    const a: unknown = Reflect.get(stored, key);
    const b: unknown = Reflect.get(again, key);
    const name = path ? `${path}.${key}` : key;
    if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
      const inner = firstDifference(a, b, name);
      if (inner) return inner;
    } else if (a !== b) {
      return name;
    }
  }
  return null;
}
