import type { Order } from '../arithmetic/compare.ts';
import type { Real } from '../arithmetic/real.ts';

/** A side of a relation: a number, and the name that reports show for it. */
export interface Side {
  readonly name: string;
  readonly value: Real;
}

/** How two numbers compare according to a relation. */
export const COMPARATORS = ['≤', '<', '=', '≠'] as const;
export type Comparator = (typeof COMPARATORS)[number];

const VIOLATED_BY: Readonly<Record<Comparator, readonly Order[]>> = {
  '≤': ['greater'],
  '<': ['greater', 'equal'],
  '=': ['greater', 'less'],
  '≠': ['equal'],
};

/** Whether a certified order of left and right violates a relation. */
export function violates(order: Order, is: Comparator): boolean {
  return VIOLATED_BY[is].includes(order);
}

/** Whether a relation is an inequality with a larger side, to which a margin can be measured. */
export function isInequality(is: Comparator): boolean {
  return is === '≤' || is === '<';
}

/** One statement of a claim about an instance, such as left ≤ right. */
export interface Relation {
  readonly left: Side;
  readonly is: Comparator;
  readonly right: Side;
}
