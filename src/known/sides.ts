import { Rational } from '../arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../arithmetic/real.ts';
import type { Relation } from '../claims/relation.ts';

/** The two sides of a relation on one instance, and right − left. */
export interface Sides {
  readonly left: Real;
  readonly right: Real;
  readonly margin: Real;
}

export function sidesOf({ left, right }: Relation): Sides {
  return { left: left.value, right: right.value, margin: difference(right.value, left.value) };
}

export const ZERO = rationalReal(Rational.ZERO);
