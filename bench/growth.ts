import { type Cell, median, resultOf } from './rounds.ts';

/** One row of the growth of cost: all cells of one K or of one n. */
export interface Growth {
  /** The value of K or n that is fixed. */
  readonly fixed: number;
  /** For each subject, the slope of log time against the log of the other one; null where fewer than two cells were measured. */
  readonly slopes: readonly (number | null)[];
}

type Axis = 'outcomes' | 'draws';

/** How the time of an evaluation grows along one axis, for each value of the other. */
export function growth(cells: readonly Cell[], ids: readonly string[], along: Axis): Growth[] {
  const across = along === 'outcomes' ? 'draws' : 'outcomes';
  return [...new Set(cells.map((cell) => cell[across]))].map((fixed) => {
    const line = cells.filter((cell) => cell[across] === fixed);
    return { fixed, slopes: ids.map((id) => slope(points(line, id, along))) };
  });
}

function points(line: readonly Cell[], id: string, along: Axis): [number, number][] {
  return line.flatMap((cell): [number, number][] => {
    const result = resultOf(cell, id);
    return result ? [[Math.log(cell[along]), Math.log(median(result.times))]] : [];
  });
}

/** The slope by least squares. */
export function slope(points: readonly (readonly [number, number])[]): number | null {
  if (points.length < 2) return null;
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(points.map((point) => point[0]));
  const y = mean(points.map((point) => point[1]));
  const across = mean(points.map((point) => (point[0] - x) * (point[1] - y)));
  return across / mean(points.map((point) => (point[0] - x) ** 2));
}
