import { DomainError } from '../arithmetic/errors.ts';

/** What a user gave is not what was asked for. The message is one sentence that names the place and the reason. */
export class InputError extends DomainError {
  override name = 'InputError';
}

/** A policy is invalid: the message names the entry and the reason. */
export class PolicyError extends InputError {
  override name = 'PolicyError';
}

/** Does work on what stands in a place. @throws InputError naming the place before what the work complains of. */
export function naming<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${place}: ${error.message}`);
    throw error;
  }
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** "the 1st entry", "the 22nd entry": where in a list, counted from one. */
export function entry(index: number): string {
  const position = index + 1;
  return `the ${position}${SUFFIXES[ORDINALS.select(position)] ?? 'th'} entry`;
}
