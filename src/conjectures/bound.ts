import { type Approximation, approximateInterval, certainSign } from '../arithmetic/approximation.ts';
import { DomainError, InsufficientPrecisionError, RangeExceededError } from '../arithmetic/errors.ts';
import { isZero } from '../arithmetic/forms.ts';
import { negative, quotientOf } from '../arithmetic/operations.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal } from '../arithmetic/real.ts';
import { evaluate } from '../claims/expression/evaluate.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import { NoValue } from './comparison.ts';
import type { ConstantQuestion } from './constant.ts';
import { decideFormula } from './truth.ts';

/** What one instance says of the constant: that it is at least a number, or at most one. */
export interface Bound {
  readonly kind: 'at least' | 'at most';
  readonly ratio: Real;
  /** An enclosure of the ratio, to compare bounds quickly. */
  readonly near: Approximation;
}

/**
 * `hopeless`: no value of the constant makes the conjecture true there. `free`: every value does. `undecided`: a sign or the ratio could not
 * be determined.
 */
export type Said = Bound | { readonly kind: 'hopeless' | 'free' | 'premise fails' | 'no value' | 'undecided' };

const ZERO = rationalReal(Rational.ZERO);

const DIGITS = 40;
/** Further digits for signs, which cost more and are rarely needed. */
const MORE_DIGITS = 160;
/** Relative errors above this are reduced by intervals. */
const ROUGH = 2 ** -40;

/**
 * What an instance says of the constant. With margin = a + b·C it is C ≥ −a/b for b > 0 and C ≤ −a/b for b < 0. Guarantee: signs are certified,
 * and the ratio is enclosed. Nothing is simplified: where a and b are too close to 0 to tell, the instance is undecided.
 */
export function boundOn({ margin, premise, isStrict }: ConstantQuestion, q: Evaluation): Said {
  try {
    if (premise) {
      const { truth } = decideFormula(premise, q);
      if (truth !== 'true') return { kind: truth === 'false' ? 'premise fails' : 'undecided' };
    }
    const slope = margin.slope && evaluate(margin.slope, q);
    const constant = margin.constant && evaluate(margin.constant, q);
    const sign = slope ? signOf(slope) : 0;
    if (sign === 0) return withoutSlope(constant, isStrict);
    if (sign === null) return { kind: 'undecided' };
    const ratio = constant ? quotientOf(negative(constant), slope as Real) : ZERO;
    const near = nearly(ratio);
    return near ? { kind: sign > 0 ? 'at least' : 'at most', ratio, near } : { kind: 'undecided' };
  } catch (error) {
    if (error instanceof NoValue) return { kind: 'no value' };
    if (error instanceof InsufficientPrecisionError || error instanceof RangeExceededError)
      return { kind: 'undecided' };
    if (error instanceof DomainError) return { kind: 'no value' };
    throw error;
  }
}

/** The constant counts for nothing: the conjecture is true or false whatever it is. */
function withoutSlope(constant: Real | null, isStrict: boolean): Said {
  const sign = constant ? signOf(constant) : 0;
  if (sign === null) return { kind: 'undecided' };
  return { kind: sign < 0 || (sign === 0 && isStrict) ? 'hopeless' : 'free' };
}

/** The certified sign of a number; null where it is not found cheaply. */
function signOf(x: Real): -1 | 0 | 1 | null {
  if (x.rational) return x.rational.sign();
  const approximation = x.approximate();
  const sign = approximation ? certainSign(approximation) : 0;
  if (sign !== 0) return sign;
  const found = x.enclose(DIGITS).sign();
  if (found !== undefined) return found;
  return isZero(x) ? 0 : (x.enclose(MORE_DIGITS).sign() ?? null);
}

function nearly(ratio: Real): Approximation | null {
  const approximation = ratio.approximate();
  if (approximation && approximation.error <= Math.abs(approximation.hi) * ROUGH) return approximation;
  return approximateInterval(ratio.enclose(DIGITS));
}
