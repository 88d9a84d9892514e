import { type Axis, placeOn, withExponent } from '../../pictures/axis.ts';
import { across, type Frame } from '../../pictures/frame.ts';
import { widthOf } from '../../pictures/labels.ts';
import type { Panel } from '../../pictures/panel.ts';
import { LETTERS } from '../../pictures/theme.ts';

/** What all plots of the page share: their size, and the axis of draws. */

/** The axes of a plot, with its marks and labels. */
export type Drawn = Omit<Panel, 'heading'>;

/** Room for numbers of nine characters to the left, and for a word to the right. */
const SIDES = { height: 400, left: 100, right: 110 };

/** The frame with axes that may depend on the room beside it. */
export function frameOf(axes: (sides: typeof SIDES) => Pick<Frame, 'x' | 'y'>): Frame {
  return { ...SIDES, ...axes(SIDES) };
}

/** The least distance of two marked numbers. */
const APART = 10;
/** From here on numbers of draws are printed with an exponent. */
const MANY = 100_000;

const words = (n: number): string => (n < MANY ? String(n) : withExponent(n));

/** A logarithmic axis from 1 to the largest of some numbers of draws; those are marked that have room, the largest ones first. */
export function drawsAxis(draws: readonly number[], sides: Pick<Frame, 'left' | 'right'>): Axis {
  const all = { label: 'n, draws', unit: null, type: 'log', domain: [1, Math.max(2, ...draws)], words } as const;
  const ticks: number[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const n of [...new Set([1, ...draws])].sort((a, b) => b - a)) {
    const middle = placeOn({ ...all, ticks }, across(sides), n);
    const half = widthOf(words(n), LETTERS) / 2;
    if (middle + half > end) continue;
    end = middle - half - APART;
    ticks.unshift(n);
  }
  return { ...all, ticks };
}
