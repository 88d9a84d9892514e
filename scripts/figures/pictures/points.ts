import type { Point } from '../../../src/pictures/curve.ts';
import type { Label } from '../../../src/pictures/placed.ts';
import type { Look } from '../../../src/pictures/theme.ts';
import type { Enclosure, Series } from '../../../src/report/figure-schema.ts';

/** A number for drawing: the lower end of an enclosure, rounded to a double. */
export const drawn = ({ lo }: Enclosure): number => Number(lo);

/** The values of one name along a curve, against n. */
export function against(series: Series, name: string): Point[] {
  return series.points.map(({ at, values }) => ({ x: Number(at), y: drawn(values[name] as Enclosure) }));
}

/** The last of some points. @throws Error where there is none. */
export function lastOf(points: readonly Point[]): Point {
  const last = points.at(-1);
  if (!last) throw new Error('a curve has no points');
  return last;
}

/** A label beside the end of a curve. */
export function endLabel(points: readonly Point[], { colour }: Look, text: string, side?: Label['side']): Label {
  return { ...lastOf(points), colour, text, ...(side ? { side } : {}) };
}
