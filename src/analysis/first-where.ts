import { MAX_DRAWS } from '../policy/draws.ts';

/** The least n from 1 to 10^9 at which a condition holds that, once true, stays true; null where it holds at none. */
export function firstWhere(holds: (n: number) => boolean, most = MAX_DRAWS): number | null {
  let [below, above] = [0, 1];
  while (!holds(above)) {
    if (above >= most) return null;
    below = above;
    above = Math.min(most, 2 * above);
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
