/** Runs families and keeps what a report needs: the largest share of a bound, where, and how the shares are spread. */
import { type Family, isBroken } from './family.ts';

/** Shares by powers of two: 1 and more, from 1/2, from 1/4, …, from 2^−11, smaller, and 0. */
export const CLASSES = 14;

export interface Summary {
  readonly family: Family;
  readonly checks: number;
  readonly broken: number;
  readonly worst: number;
  readonly input: string;
  /** How many shares fall into each class. */
  readonly spread: readonly number[];
}

export function classOf(share: number): number {
  if (!(share < 1)) return 0;
  if (share === 0) return CLASSES - 1;
  let at = 1;
  for (let limit = 0.5; share < limit && at < CLASSES - 2; limit /= 2) at += 1;
  return at;
}

/** `count` cases, evenly spread over all that the family has. */
export function run(family: Family, count: number): Summary {
  const spread = new Array<number>(CLASSES).fill(0);
  const checks = Math.min(count, family.slow);
  let worst = Number.NEGATIVE_INFINITY;
  let worstIndex = 0;
  let broken = 0;
  for (let k = 0; k < checks; k += 1) {
    const index = Math.floor((k * family.slow) / checks);
    const share = family.shareAt(index);
    const at = classOf(share);
    spread[at] = (spread[at] as number) + 1;
    if (isBroken(family, share)) broken += 1;
    if (share > worst || Number.isNaN(share)) {
      worst = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
      worstIndex = index;
    }
  }
  return { family, checks, broken, worst, input: `${worstIndex}: ${family.inputAt(worstIndex)}`, spread };
}
