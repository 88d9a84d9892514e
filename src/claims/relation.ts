import type { Real } from '../arithmetic/real.ts';

/** A side of a relation: a number, and the name that reports show for it. */
export interface Side {
  readonly name: string;
  readonly value: Real;
}

/** One statement of a claim about an instance: left ≤ right or left = right. */
export interface Relation {
  readonly left: Side;
  readonly is: '≤' | '=';
  readonly right: Side;
}
