import { NumberSyntaxError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import { InputError } from './errors.ts';
import { JsonNumber } from './json.ts';

/** A number as users write it: a text, or a number of JSON. */
export type Written = string | JsonNumber;

export function isWritten(value: unknown): value is Written {
  return typeof value === 'string' || value instanceof JsonNumber;
}

/**
 * The number that a file or an option gives, exactly as it is written. Every reader asks here, so that what is a number in one file is one
 * in all.
 *
 * @throws InputError naming the place and the value that is no number.
 */
export function readNumber(value: unknown, place: string): Rational {
  if (!isWritten(value)) throw new InputError(`${place}: it must be a number, not ${kindOf(value)}`);
  try {
    return Rational.parse(textOf(value));
  } catch (error) {
    if (error instanceof NumberSyntaxError) throw new InputError(`${place}: ${error.message}`);
    throw error;
  }
}

/** What programs write where they have no number. */
const MISSING = /^(?:[-+]?(?:nan|inf|infinity)|null|none|n\/?a)?$/i;

/** Whether a value says that there is no number. */
export function isMissing(value: unknown): boolean {
  return value === null || (isWritten(value) && MISSING.test(textOf(value).trim()));
}

/** What a value of JSON is, in a word or two. */
export function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'a text';
  if (value instanceof JsonNumber) return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}

function textOf(value: Written): string {
  return typeof value === 'string' ? value : value.text;
}
