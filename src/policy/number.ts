import { NumberSyntaxError } from '../arithmetic/errors.ts';
import { Rational } from '../arithmetic/rational.ts';
import { InputError } from './errors.ts';
import { JsonNumber } from './json.ts';

/** A number as users write it: a string, or a number of a JSON text. */
export type Written = string | JsonNumber;

export function isWritten(value: unknown): value is Written {
  return typeof value === 'string' || value instanceof JsonNumber;
}

/**
 * The number in a file or an option, exactly as it is written. All readers use this function, so that they accept the same numbers.
 *
 * @throws InputError naming the place and the value that is not a number.
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

/** The kind of a JSON value, in one or two words. */
export function kindOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'a string';
  if (value instanceof JsonNumber) return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}

function textOf(value: Written): string {
  return typeof value === 'string' ? value : value.text;
}
