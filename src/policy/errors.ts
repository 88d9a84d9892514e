import { DomainError } from '../arithmetic/errors.ts';

/** A user's input is invalid. The message is one sentence that names the place and the reason. */
export class InputError extends DomainError {
  override name = 'InputError';
}

/** A policy is invalid. The message names the entry and the reason. */
export class PolicyError extends InputError {
  override name = 'PolicyError';
}

/** Runs work on the input from a place. @throws InputError with the place in front of the message where the work throws one. */
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

/** The position in a list, counted from one: "the 1st entry", "the 22nd entry". */
export function entry(index: number): string {
  const position = index + 1;
  return `the ${position}${SUFFIXES[ORDINALS.select(position)] ?? 'th'} entry`;
}
