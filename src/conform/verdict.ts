import { compare } from '../arithmetic/compare.ts';
import { printReal } from '../arithmetic/print.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal } from '../arithmetic/real.ts';
import { nearest } from '../policy/draws.ts';
import type { Said } from './answer.ts';
import { type Allowance, rightAnswers } from './tolerance.ts';

export type Outcome = 'right' | 'wrong' | 'undecided';

/** Digits of a truth that is shown. */
export const SHOWN_DIGITS = 17;

/** Whether an answer, which stands for its exact binary value, is within the allowance of the truth. Certified by enclosures. */
export function outcomeOf({ value }: Said, truth: Real, allowance: Allowance): Outcome {
  if (value === null) return 'wrong';
  const answer = rationalReal(Rational.fromDouble(value));
  const { least, most } = rightAnswers(truth, allowance);
  const orders = [compare(least, answer).order, compare(answer, most).order];
  if (orders.includes('greater')) return 'wrong';
  return orders.includes('undecided') ? 'undecided' : 'right';
}

/** The double nearest to a real, for display and for diagnosis; nothing is decided with it. */
export function roughly(truth: Real): number {
  const approximation = truth.approximate();
  if (approximation) return approximation.hi + approximation.lo;
  return nearest(Rational.parse(printReal(truth, SHOWN_DIGITS).lo));
}

/** The size of an error, for display. Nothing is decided with it. */
export interface ErrorSize {
  /** Relative to the truth; beside a truth of 0 it is the error itself. */
  readonly relative: number;
  /** Relative to the error that is allowed; where none is, it is null. */
  readonly ofAllowed: number | null;
}

/** The size of an answer's error; null where the answer is no number. */
export function errorOf({ value }: Said, truth: Real, { rel, abs }: Allowance): ErrorSize | null {
  if (value === null) return null;
  const approximation = truth.approximate();
  const [hi, lo] = approximation ? [approximation.hi, approximation.lo] : parts(truth);
  const error = Math.abs(value - hi - lo);
  const allowed = nearest(abs) + nearest(rel) * Math.abs(hi);
  return {
    relative: finite(hi === 0 ? error : error / Math.abs(hi)),
    ofAllowed: allowed === 0 ? null : finite(error / allowed),
  };
}

/** JSON has no infinity. */
function finite(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

/** A truth as a sum of two doubles. */
function parts(truth: Real): [number, number] {
  const exact = Rational.parse(printReal(truth, 2 * SHOWN_DIGITS).lo);
  const hi = nearest(exact);
  return [hi, nearest(exact.sub(Rational.fromDouble(hi)))];
}
