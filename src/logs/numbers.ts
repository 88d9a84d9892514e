import { Rational } from '../arithmetic/rational.ts';
import { nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { JsonNumber } from '../policy/json.ts';
import { isWritten, kindOf, readNumber } from '../policy/number.ts';
import { BadRow } from './problems.ts';

/** Numbers that have been read: rewards recur. */
const KNOWN = new Map<string, Rational>();
const MOST_KNOWN = 4096;

/** A number as it is written, exactly, and in lowest terms, as all numbers that are read. @throws BadRow for anything else. */
export function exact(value: unknown, name: string): Rational {
  const text = writtenNumber(value, name);
  const known = KNOWN.get(text);
  if (known) return known;
  try {
    const number = readNumber(text, name);
    if (KNOWN.size === MOST_KNOWN) KNOWN.clear();
    KNOWN.set(text, number);
    return number;
  } catch (error) {
    if (error instanceof InputError) throw new BadRow('not a number', error.message);
    throw error;
  }
}

const NAN = /^[-+]?nan$/i;
const INFINITE = /^[-+]?inf(?:inity)?$/i;
const EMPTY = /^(?:null|none|n\/?a)?$/i;

/** Whether a value is one that programs write for nothing. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && EMPTY.test(value.trim()));
}

function writtenNumber(value: unknown, name: string): string {
  if (!isWritten(value)) throw new BadRow('wrong type', `${name}: it must be a number, not ${kindOf(value)}`);
  const text = (value instanceof JsonNumber ? value.text : value).trim();
  if (NAN.test(text)) throw new BadRow('NaN', `${name}: it is NaN`);
  if (INFINITE.test(text)) throw new BadRow('infinite', `${name}: it is infinite`);
  return text;
}

/** A reward; true is 1 and false is 0. @throws BadRow */
export function rewardOf(value: unknown, name: string): Rational {
  if (isNothing(value)) throw new BadRow('missing reward', `${name}: the reward is missing`);
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'true') return Rational.ONE;
  if (word === false || word === 'false') return Rational.ZERO;
  return exact(value, name);
}

/** The log-probability of a whole response, as a double. @throws BadRow where it is positive or a list. */
export function logProbabilityOf(value: unknown, name: string): number | null {
  if (isNothing(value)) return null;
  if (Array.isArray(value)) {
    throw new BadRow(
      'log-probabilities of tokens',
      `${name}: it is a list of log-probabilities of tokens, and that of the whole response is needed; logprob=sum(${name}) takes their sum, which is right where they are those of all tokens under the distribution from which the response was sampled`,
    );
  }
  const double = doubleOf(value, name);
  if (double > 0)
    throw new BadRow('positive log-probability', `${name}: a log-probability is at most 0, not ${double}`);
  return double;
}

/** The sum of log-probabilities of tokens, as a double. @throws BadRow where one of them is missing. */
export function sumOf(value: unknown, name: string): number | null {
  if (isNothing(value)) return null;
  if (!Array.isArray(value))
    throw new BadRow('wrong type', `${name}: it must be a list to be summed, not ${kindOf(value)}`);
  const total = value.reduce<number>((sum, item, at) => sum + doubleOf(item, `${name}, entry ${at + 1}`), 0);
  if (total > 0) throw new BadRow('positive log-probability', `${name}: a log-probability is at most 0, not ${total}`);
  return total;
}

/** The nearest double. `Number` rounds correctly what is written in decimals. */
function doubleOf(value: unknown, name: string): number {
  const number = exact(value, name);
  const double = Number(value instanceof JsonNumber ? value.text : value);
  const rounded = Number.isNaN(double) ? nearest(number) : double;
  if (!Number.isFinite(rounded)) throw new BadRow('infinite', `${name}: it is beyond the range of doubles`);
  return rounded + 0;
}

/** A probability, exactly. @throws BadRow outside [0, 1]. */
export function probabilityOf(value: unknown, name: string): Rational | null {
  if (isNothing(value)) return null;
  const number = exact(value, name);
  if (number.sign() >= 0 && number.compare(Rational.ONE) <= 0) return number;
  throw new BadRow('probability outside [0, 1]', `${name}: a probability is from 0 to 1, not ${shown(value)}`);
}

/** A number of samples. @throws BadRow unless it is a positive integer that a double holds. */
export function countOf(value: unknown, name: string): number {
  const number = exact(value, name);
  const count = Number(number.num);
  if (number.den === 1n && count >= 1 && Number.isSafeInteger(count)) return count;
  throw new BadRow('bad count', `${name}: a number of samples is an integer from 1 to 2^53 − 1, not ${shown(value)}`);
}

/** A number as it is written, shortened. */
function shown(value: unknown): string {
  const text = value instanceof JsonNumber ? value.text : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
