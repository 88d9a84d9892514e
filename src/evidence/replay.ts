import type { Claim } from '../claims/claim.ts';
import { decide } from '../claims/decide.ts';
import { inDomain } from '../claims/in-domain.ts';
import { instanceFromJson, quantitiesOf } from '../claims/instance.ts';
import { InputError } from '../policy/errors.ts';
import { describe } from './counterexample.ts';
import type { Counterexample } from './schema.ts';
import { load } from './store.ts';

/**
 * `refutes`: all is as the file says. `survives`: the claim holds on the instance, or does not speak of it. `disagrees`: the
 * file's numbers are wrong.
 */
export type ReplayOutcome = 'refutes' | 'survives' | 'disagrees';

export interface Replay {
  readonly file: string;
  readonly claim: string;
  readonly outcome: ReplayOutcome;
  /** One clause that says what is so. */
  readonly detail: string;
}

/**
 * Works a saved counterexample out again from its instance alone. Enclosures are the nearest decimals around a number, so the
 * strings of an honest file come out the same however they are computed.
 * @throws InputError when the file cannot be read or names no known claim.
 */
export async function replay(file: string, catalogue: readonly Claim[]): Promise<Replay> {
  const stored = await load(file);
  const claim = catalogue.find(({ id }) => id === stored.claim);
  if (!claim)
    throw new InputError(`${file}: there is no claim ${JSON.stringify(stored.claim)}; one of your own needs --claim`);
  const instance = instanceIn(stored, file);
  const result = (outcome: ReplayOutcome, detail: string): Replay => ({ file, claim: claim.id, outcome, detail });
  const quantities = quantitiesOf(instance);
  const { left, is, right } = stored.violated;
  const relation = [...claim.relations(quantities)].find(
    (r) => r.left.name === left.name && r.right.name === right.name,
  );
  if (!relation) return result('disagrees', `the claim compares no ${left.name} with ${right.name} on this instance`);
  const field = firstDifference(stored, describe(claim, instance, relation, stored.found));
  if (field) return result('disagrees', `${field} differs from what the instance gives`);
  if (!inDomain(instance, claim.domain)) return result('survives', 'the claim does not speak of this instance');
  const violated = decide({ ...claim, relations: () => [relation] }, quantities).outcome === 'refuted';
  const sentence = `${left.name} ${is} ${right.name}`;
  return violated ? result('refutes', `${sentence} fails`) : result('survives', `${sentence} holds on this instance`);
}

function instanceIn(stored: Counterexample, file: string): ReturnType<typeof instanceFromJson> {
  try {
    return instanceFromJson(stored.instance);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${file}: ${error.message}`);
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
