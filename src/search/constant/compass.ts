/** A point with its height; −∞ where there is none. */
export interface Point {
  readonly at: readonly number[];
  readonly height: number;
}

/** How far a climb goes: its first and last step, and the largest coordinate. */
export interface Reach {
  readonly step: number;
  readonly lastStep: number;
  readonly limit: number;
}

/**
 * Climbs along the coordinates. A step that leads higher is repeated, and steps are halved where none does. It ends at a local maximum up to
 * the last step.
 */
export function climbAlong(
  start: Point,
  { step: first, lastStep, limit }: Reach,
  heightAt: (at: readonly number[]) => number,
): Point {
  let here = start;
  for (let step = first; step >= lastStep; step /= 2) {
    for (let next = higher(here, step, limit, heightAt); next; next = higher(here, step, limit, heightAt)) here = next;
  }
  return here;
}

/** The first point one step away that is higher; null where none is. */
function higher(
  { at, height }: Point,
  step: number,
  limit: number,
  heightAt: (at: readonly number[]) => number,
): Point | null {
  for (const [coordinate, x] of at.entries()) {
    for (const moved of [x + step, x - step]) {
      if (Math.abs(moved) > limit) continue;
      const there = at.with(coordinate, moved);
      const found = heightAt(there);
      if (found > height) return { at: there, height: found };
    }
  }
  return null;
}
