import * as Plot from '@observablehq/plot';
import { curve, type Point } from '../../pictures/curve.ts';
import { FORMULA } from '../../pictures/theme.ts';
import { fixed, range } from '../words.ts';
import { type Drawn, drawsAxis, frameOf } from './frame.ts';
import { bars, classOf, estimates, strokes } from './marks.ts';

export interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/** What is known of the KL at one n. */
export interface KlAt {
  readonly n: number;
  readonly formula: number;
  /** Null where an enclosure is so narrow that the estimate is all there is to draw. */
  readonly interval: Ends | null;
  /** Null where there is none. */
  readonly estimate: Ends | null;
  /** Another estimate, beside the first one. */
  readonly other?: number;
}

/**
 * The KL at each n against the formula at all n from 1 to the largest.
 *
 * @param grows whether the mean KL lies within its interval at each n, so that a field between neighbours holds it: KL grows with n, and
 * is at most the formula
 */
export function klOverDraws(rows: readonly KlAt[], grows: boolean): Drawn {
  const draws = rows.map(({ n }) => n);
  const most = rows.reduce(
    (most, { formula, interval, estimate, other = 0 }) =>
      Math.max(most, formula, interval?.upper ?? 0, estimate?.upper ?? 0, other),
    0,
  );
  const frame = frameOf((sides) => ({
    x: drawsAxis(draws, sides),
    y: { label: 'KL from the policy', unit: 'nats', type: 'linear', domain: [0, most || 1], ticks: 5 },
  }));
  const formula = realDraws(1, Math.max(...draws)).map((n) => ({ x: n, y: formulaAt(n) }));
  const marks = [...(grows ? [between(rows)] : []), curve(formula, FORMULA), ...marksOf(rows)];
  const end = formula.at(-1) as Point;
  return { ...frame, marks, labels: [{ ...end, text: 'formula', colour: FORMULA.colour }] };
}

function marksOf(rows: readonly KlAt[]): Plot.Markish[] {
  const intervals = rows.flatMap(({ n, formula, interval }) =>
    interval ? [{ at: n, ...interval, words: `n = ${n}: KL ${range(interval, 0, formula)} nats` }] : [],
  );
  const others = rows.flatMap(({ n, other }) =>
    other === undefined ? [] : [{ x: n, y: other, words: `n = ${n}: ${fixed(other)} nats` }],
  );
  const estimated = rows.flatMap(({ n, estimate }) =>
    estimate ? [{ at: n, ...estimate, words: `n = ${n}: estimate ${range(estimate)} nats` }] : [],
  );
  return [...bars(intervals, 'upright'), strokes(others), estimates(estimated, 'upright')];
}

/** Fields between neighbouring n, in which the KL lies if it lies in both intervals. Where these contradict that, there is none. */
function between(rows: readonly KlAt[]): Plot.Markish {
  const ends = rows.map(({ n, interval, estimate }) => ({ n, ...((interval ?? estimate) as Ends) }));
  const edges = ends.flatMap((next, field) => {
    const { n, lower } = ends[field - 1] ?? { n: 1, lower: 0 };
    if (lower > next.upper || n === next.n) return [];
    return realDraws(n, next.n).map((x) => ({
      field,
      x,
      lower,
      upper: Math.min(next.upper, Math.max(lower, formulaAt(x))),
    }));
  });
  return Plot.areaY(edges, { x: 'x', y1: 'lower', y2: 'upper', z: 'field', className: classOf('between') });
}

const POINTS = 120;

/** Real numbers of draws for a curve, at equal distances on the logarithmic scale. */
export function realDraws(least: number, most: number): number[] {
  return Array.from({ length: POINTS + 1 }, (_, i) => (i === POINTS ? most : least * (most / least) ** (i / POINTS)));
}

/** log n − (n−1)/n for a real n ≥ 1. Guarantee: a double, good enough to draw. */
export function formulaAt(n: number): number {
  return Math.max(0, Math.log(n) - 1 + 1 / n);
}
