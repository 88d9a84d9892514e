import * as Plot from '@observablehq/plot';
import type { Look } from './theme.ts';

/** A point of a panel, in the numbers of its axes. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through points. */
export function curve(points: readonly Point[], { colour, dash, width }: Look): Plot.Markish {
  return Plot.line(points, {
    x: 'x',
    y: 'y',
    className: colour,
    strokeWidth: width,
    ...(dash === undefined ? {} : { strokeDasharray: dash }),
  });
}

const SIZE = 4;

/** Signs at points; `isFilled` says whether they are full or hollow. */
export function signs(points: readonly Point[], { colour, sign }: Look, isFilled: boolean): Plot.Markish {
  return Plot.dot(points, {
    x: 'x',
    y: 'y',
    r: SIZE,
    symbol: sign,
    className: colour,
    ...(isFilled ? { fill: 'currentColor', stroke: null as never } : { strokeWidth: 2 }),
  });
}
