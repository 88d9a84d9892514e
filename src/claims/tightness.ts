import { certainSign } from '../arithmetic/approximation.ts';
import { difference, type Real } from '../arithmetic/real.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Claim, Relation } from './claim.ts';
import { isInequality } from './relation.ts';
import { TOO_LARGE } from './silent.ts';
import { statedRelations } from './stated.ts';

/** How near an instance comes to refuting a claim. */
export interface Tightness {
  readonly relation: Relation;
  /**
   * (right − left)/max(|left|, |right|) of `relation`, the inequality with the least such value. Below 0 where the inequality is violated,
   * 0 where its sides are equal. Rounded to a double and no bound: it guides the search and decides nothing.
   */
  readonly relative: number;
}

/** Instances whose sides agree to this many digits are skipped: they are degenerate limits where both sides converge. */
const DIGITS = 40;

/** The tightest inequality of a claim on an instance; null where no inequality has both sides nonzero. */
export function tightness(claim: Claim, quantities: Evaluation): Tightness | null {
  let tightest: Tightness | null = null;
  for (const relation of statedRelations(claim, quantities)) {
    const relative = isInequality(relation.is) && relation !== TOO_LARGE ? relativeMargin(relation) : null;
    // Sides beyond the doubles give no number.
    if (relative !== null && !Number.isNaN(relative) && (!tightest || relative < tightest.relative))
      tightest = { relation, relative };
  }
  return tightest;
}

function relativeMargin(relation: Relation): number | null {
  const [left, right] = [size(relation.left.value), size(relation.right.value)];
  if (left === 0 || right === 0) return null;
  const margin = difference(relation.right.value, relation.left.value);
  if (margin.rational) return (size(margin) * margin.rational.sign()) / Math.max(left, right);
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
