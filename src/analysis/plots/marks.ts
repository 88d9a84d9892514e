import * as Plot from '@observablehq/plot';
import type { Colour } from '../../pictures/theme.ts';

/** What a mark stands for. The class of its group has the name, for tests and for the style. */
export type Meaning = 'formula' | 'interval' | 'estimate' | 'other' | 'between' | 'column';

export const MEANT: Readonly<Record<Meaning, Colour>> = {
  formula: 'vermilion',
  interval: 'blue',
  estimate: 'blue',
  other: 'purple',
  between: 'blue',
  column: 'blue',
};

/** The classes of marks with a meaning. */
export const classOf = (meaning: Meaning): string => `${MEANT[meaning]} ${meaning}`;

/** A stretch of one axis at a place of the other one, with the words that a pointer on it shows. */
export interface Stretch {
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
  readonly words: string;
}

export type Direction = 'upright' | 'across';

const [CAP, STROKE] = [7, 13];

/** A symbol of Plot: a stroke of some length, across or upright, whatever the size of the symbol. */
function stroke(half: number, direction: Direction) {
  const [x, y] = direction === 'across' ? [half, 0] : [0, half];
  return {
    draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }): void {
      context.moveTo(-x, -y);
      context.lineTo(x, y);
    },
  };
}

/** Intervals, with a stroke at each end. */
export function bars(stretches: readonly Stretch[], direction: Direction): Plot.Markish[] {
  const isUpright = direction === 'upright';
  const caps = stretches.flatMap(({ at, lower, upper }) => [lower, upper].map((end) => ({ at, end })));
  return [
    lines(stretches, direction, 'interval', 2.5),
    Plot.dot(caps, {
      ...(isUpright ? { x: 'at', y: 'end' } : { x: 'end', y: 'at' }),
      symbol: stroke(CAP, isUpright ? 'across' : 'upright') as never,
      className: classOf('interval'),
      strokeWidth: 2.5,
    }),
  ];
}

/** Estimates: ranges with round ends, of which one of no width is a dot. */
export function estimates(stretches: readonly Stretch[], direction: Direction): Plot.Markish {
  return lines(stretches, direction, 'estimate', 10);
}

function lines(stretches: readonly Stretch[], direction: Direction, meaning: Meaning, width: number): Plot.Markish {
  const options = {
    className: classOf(meaning),
    strokeWidth: width,
    strokeLinecap: meaning === 'estimate' ? 'round' : 'butt',
    title: ({ words }: Stretch) => words,
  } as const;
  return direction === 'upright'
    ? Plot.ruleX(stretches, { ...options, x: 'at', y1: 'lower', y2: 'upper' })
    : Plot.ruleY(stretches, { ...options, y: 'at', x1: 'lower', x2: 'upper' });
}

/** Numbers marked by a stroke across, which a dot on it does not hide. */
export function strokes(
  at: readonly { readonly x: number; readonly y: number; readonly words: string }[],
): Plot.Markish {
  return Plot.dot(at, {
    x: 'x',
    y: 'y',
    symbol: stroke(STROKE, 'across') as never,
    className: classOf('other'),
    strokeWidth: 4,
    title: 'words',
  });
}
