import type { Verdict } from '../claims/decide.ts';
import type { Instance } from '../claims/instance.ts';
import { AGREE, DIGITS_TO_AGREE } from '../claims/silent.ts';

/** The most that one part of a search for a counterexample may cost. It takes seconds, on any machine the same instances. */
export const MOST_COST = 3_000_000;

/** What deciding an instance costs: one for each outcome, and three for each digit that intervals needed. */
export function costOf({ weights }: Instance, { digits, relation }: Verdict): number {
  return weights.length * (1 + 3 * (relation === AGREE ? DIGITS_TO_AGREE : digits));
}
