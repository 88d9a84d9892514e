import { DomainError } from '../arithmetic/errors.ts';

/** What a user gave is not what was asked for. The message is one sentence that names the place and the reason. */
export class InputError extends DomainError {
  override name = 'InputError';
}

/** A policy is invalid: the message names the entry and the reason. */
export class PolicyError extends InputError {
  override name = 'PolicyError';
}

/** "the 1st entry", "the 22nd entry": where in a list, counted from one. */
export function entry(index: number): string {
  const position = index + 1;
  const teen = position % 100 >= 11 && position % 100 <= 13;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th');
  return `the ${position}${suffix} entry`;
}
