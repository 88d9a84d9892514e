import type { Rational } from '../arithmetic/rational.ts';
import { entry, naming } from './errors.ts';
import { FinitePolicy, type PolicyOptions } from './finite-policy.ts';
import { readNumber } from './number.ts';

export interface ReadOptions extends PolicyOptions {
  /** Divide probabilities by their sum instead of demanding that it be 1. */
  readonly normalize?: boolean;
}

/**
 * Reads `1,1/5,0.2` exactly.
 *
 * @example
 * parseNumbers('1,1/5,0.25').join(' '); // '1 1/5 1/4'
 *
 * @throws InputError naming the entry that is not a number.
 */
export function parseNumbers(text: string): Rational[] {
  return text.split(',').map((part, index) => readNumber(part, entry(index)));
}

/** Reads weights such as `1,2,3`, from the worst outcome to the best, exactly. @throws InputError naming the place and the entry. */
export function parseWeights(text: string, place: string, options: ReadOptions = {}): FinitePolicy {
  return naming(place, () => FinitePolicy.fromWeights(parseNumbers(text), options));
}

/** Reads probabilities such as `0.2,1/5,0.6` in the same way. @throws InputError likewise, and where they do not sum to 1. */
export function parseProbabilities(text: string, place: string, options: ReadOptions = {}): FinitePolicy {
  return naming(place, () => FinitePolicy.fromProbabilities(parseNumbers(text), options));
}
