import type { Domain } from '../claims/domain.ts';
import type { Instance } from '../claims/instance.ts';
import { shrink } from '../search/shrink.ts';

export interface Shrunk<T> {
  readonly instance: Instance;
  /** What made it wanted; null where no simpler instance was. */
  readonly found: T | null;
  /** Whether there was no time to try all simpler instances. Where false, none of them is wanted. */
  readonly isCutShort: boolean;
}

export interface ShrinkLimits {
  /** Candidates that are asked at once. */
  readonly atOnce: number;
  /** The most candidates in all. */
  readonly most: number;
  /** Whether to go on. */
  readonly hasTime: () => boolean;
}

/**
 * Simplifies an instance step by step, as long as something outside finds the result wanted. Candidates are asked in lists, and the first
 * wanted one of a list counts, so that the result does not depend on the time of the answers.
 * @param ask says of each candidate what was found of it, or null where it is not wanted
 */
export async function shrinkOutside<T>(
  instance: Instance,
  domain: Domain,
  ask: (candidates: readonly Instance[]) => Promise<readonly (T | null)[]>,
  { atOnce, most, hasTime }: ShrinkLimits,
): Promise<Shrunk<T>> {
  let found: T | null = null;
  let left = most;
  let candidates = shrink(instance, domain);
  for (;;) {
    const list = take(candidates, Math.min(atOnce, left));
    if (list.length === 0 || !hasTime()) return { instance, found, isCutShort: list.length > 0 || left === 0 };
    left -= list.length;
    const answers = await ask(list);
    const index = answers.findIndex((answer) => answer !== null);
    if (index < 0) continue;
    instance = list[index] as Instance;
    found = answers[index] as T;
    candidates = shrink(instance, domain);
  }
}

function take<T>(items: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
