import type { Slip, Subject } from './slip.ts';
import { WRONG_INSTANCE } from './wrong-instance.ts';
import { WRONG_NUMBER } from './wrong-number.ts';
import { WRONG_PRECISION } from './wrong-precision.ts';
import { WRONG_SUM } from './wrong-sum.ts';

/** The known mistakes. Where two explain the same answers, the one listed first is named. */
export const SLIPS: readonly Slip[] = [...WRONG_NUMBER, ...WRONG_INSTANCE, ...WRONG_SUM, ...WRONG_PRECISION];

/** The ids of the slips that explain a wrong answer, in the order of the list. */
export function slipsOf(answer: number | null, subject: Subject): string[] {
  return SLIPS.filter(({ of, explains }) => of.includes(subject.quantity) && explains(answer, subject)).map(
    ({ id }) => id,
  );
}

export interface Diagnosis {
  readonly slip: string;
  readonly title: string;
  /** How many wrong answers it explains that no slip before it does. */
  readonly explained: number;
  /** Where it is explained. */
  readonly page: string;
}

/** A slip is named only where it explains at least so many of a hundred wrong answers, and more than one if there are more. */
const LEAST_PERCENT = 2;

/** The fewest slips that explain the wrong answers, the one that explains most first. `found` has the slips of each answer. */
export function diagnose(found: readonly (readonly string[])[]): Diagnosis[] {
  const least = Math.max(Math.min(2, found.length), (found.length * LEAST_PERCENT) / 100);
  const named: Diagnosis[] = [];
  for (let left = found; ; ) {
    const counts = SLIPS.map(({ id }) => left.filter((ids) => ids.includes(id)).length);
    const most = Math.max(...counts);
    const slip = SLIPS[counts.indexOf(most)];
    if (most === 0 || most < least || !slip) return named;
    named.push({ slip: slip.id, title: slip.title, explained: most, page: `docs/conform.md#slip-${slip.id}` });
    left = left.filter((ids) => !ids.includes(slip.id));
  }
}
