import { certainSign } from '../arithmetic/approximation.ts';
import { difference, type Real } from '../arithmetic/real.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim, Relation } from './claim.ts';
import { statedRelations } from './stated.ts';

/** How near an instance comes to refuting a claim. */
export interface Tightness {
  readonly relation: Relation;
  /**
   * right − left relative to the larger of the two in size, of the inequality for which that is least: below 0 exactly where the
   * claim is refuted, 0 where its sides are equal. Rounded to a double, not a bound: it steers a search and decides nothing.
   */
  readonly relative: number;
}

/** What these digits do not tell apart is no place to climb to: the degenerate ends, where both sides tend to one number. */
const DIGITS = 40;

/** The tightest inequality of a claim on an instance; null where it has none whose sides both differ from 0. */
export function tightness(claim: Claim, quantities: Evaluation): Tightness | null {
  let tightest: Tightness | null = null;
  for (const relation of statedRelations(claim, quantities)) {
    const relative = relation.is === '≤' ? relativeMargin(relation) : null;
    if (relative !== null && (!tightest || relative < tightest.relative)) tightest = { relation, relative };
  }
  return tightest;
}

function relativeMargin(relation: Relation): number | null {
  const [left, right] = [size(relation.left.value), size(relation.right.value)];
  if (left === 0 || right === 0) return null;
  const margin = difference(relation.right.value, relation.left.value);
  if (margin.rational)
    return margin.rational.sign() === 0 ? 0 : (size(margin) * margin.rational.sign()) / Math.max(left, right);
  const approximation = margin.approximate();
  if (approximation && certainSign(approximation) !== 0) return approximation.hi / Math.max(left, right);
  const enclosure = margin.enclose(DIGITS);
  return enclosure.containsZero() ? null : enclosure.lo.toNumber() / Math.max(left, right);
}

function size(value: Real): number {
  const approximation = value.approximate();
  if (approximation) return Math.abs(approximation.hi);
  const { lo, hi } = value.enclose(DIGITS);
  return Math.max(Math.abs(lo.toNumber()), Math.abs(hi.toNumber()));
}
