import type { Html } from '../../report/html.ts';
import { fixed, range } from '../words.ts';
import { ACROSS, type Plot, UP } from './frame.ts';
import { bar, curve, field, line, type Place, stroke } from './marks.ts';
import { linear, logarithmic } from './scale.ts';

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

/** The axes of a plot, and its marks. */
export type Drawn = Pick<Plot, 'x' | 'y' | 'marks'>;

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
  const x = logarithmic(draws, ACROSS);
  const y = linear(0, most || 1, UP);
  const at = (n: number, kl: number): Place => ({ x: x.at(n), y: y.at(kl) });
  const marks = [
    ...(grows ? between(rows, at) : []),
    curve(
      realDraws(1, Math.max(...draws)).map((n) => at(n, formulaAt(n))),
      'formula',
    ),
    ...rows.flatMap((row) => marksOf(row, at)),
  ];
  return { x: { scale: x, label: 'n, draws' }, y: { scale: y, label: 'KL from the policy, nats' }, marks };
}

function marksOf({ n, formula, interval, estimate, other }: KlAt, at: (n: number, kl: number) => Place): Html[] {
  const placed = (ends: Ends): readonly [Place, Place] => [at(n, ends.lower), at(n, ends.upper)];
  return [
    ...(interval ? [bar(...placed(interval), 'upright', `n = ${n}: KL ${range(interval, 0, formula)} nats`)] : []),
    ...(other === undefined ? [] : [stroke(at(n, other), 'other', `n = ${n}: ${fixed(other)} nats`)]),
    ...(estimate ? [line(...placed(estimate), 'estimate', `n = ${n}: estimate ${range(estimate)} nats`)] : []),
  ];
}

/** Fields between neighbouring n, in which the KL lies if it lies in both intervals. Where these contradict that, there is none. */
function between(rows: readonly KlAt[], at: (n: number, kl: number) => Place): Html[] {
  const ends = rows.map(({ n, interval, estimate }) => ({ n, ...((interval ?? estimate) as Ends) }));
  return ends.flatMap((next, index) => {
    const { n, lower } = ends[index - 1] ?? { n: 1, lower: 0 };
    if (lower > next.upper || n === next.n) return [];
    const top = realDraws(n, next.n).map((k) => at(k, Math.min(next.upper, Math.max(lower, formulaAt(k)))));
    return [field([at(n, lower), ...top, at(next.n, lower)], 'between')];
  });
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
