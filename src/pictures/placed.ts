import * as Plot from '@observablehq/plot';
import { across, type Frame, placeIn, up } from './frame.ts';
import { spread } from './labels.ts';
import { type Colour, LETTERS, LINE } from './theme.ts';

/** A text beside a place of a panel, in the colour of what it names. Lines are separated by line feeds. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: Colour;
  /** Where it stands; to the right by default. `end` is to the right of the axes, with a line to its place. */
  readonly side?: keyof typeof SIDES;
}

/** The distance of a label from its place. */
const BESIDE = 9;

const SIDES = {
  right: { textAnchor: 'start', lineAnchor: 'middle', dx: BESIDE, dy: 0 },
  end: { textAnchor: 'start', lineAnchor: 'middle', dx: BESIDE, dy: 0 },
  left: { textAnchor: 'end', lineAnchor: 'middle', dx: -BESIDE, dy: 0 },
  'below-right': { textAnchor: 'start', lineAnchor: 'top', dx: BESIDE, dy: BESIDE },
  'below-left': { textAnchor: 'end', lineAnchor: 'top', dx: -BESIDE, dy: BESIDE },
  'above-right': { textAnchor: 'start', lineAnchor: 'bottom', dx: BESIDE, dy: -BESIDE },
  'above-left': { textAnchor: 'end', lineAnchor: 'bottom', dx: -BESIDE, dy: -BESIDE },
} as const;

/** Curves that come so near to the right end of the axes have their labels there. */
const NEAR = 20;
/** Labels that had to move further have lines to their places. */
const FAR = 0.6 * LINE;
/** The least distance between labels one above the other. */
const APART = 5;

/** The labels. Those at the right end of the axes are spread, and where one is far from its place, all have lines to their places. */
export function placed(frame: Frame, labels: readonly Label[]): Plot.Markish[] {
  const end = across(frame)[1];
  const at = labels.map((label): Place => ({ label, ...placeIn(frame, label) }));
  const isLast = ({ label, x }: Place): boolean =>
    label.side === 'end' || (sideOf(label) === 'right' && x >= end - NEAR);
  const last = at.filter(isLast);
  const middles = spread(
    last.map(({ label, y }) => ({ at: y, height: linesOf(label) * LINE + APART })),
    up(frame)[1] - LINE / 2,
    up(frame)[0] + LINE,
  );
  const isFar = last.some(({ x, y }, i) => end - x > NEAR || Math.abs(y - (middles[i] as number)) > FAR);
  return [
    ...at.filter((place) => !isLast(place)).map(({ label, x, y }) => beside(label, x, y)),
    ...last.map(({ label, x, y }, i) => besideEnd(label, { x, end }, [y, middles[i] as number], isFar)),
  ].flat();
}

interface Place {
  readonly label: Label;
  readonly x: number;
  readonly y: number;
}

const sideOf = ({ side = 'right' }: Label): NonNullable<Label['side']> => side;
const linesOf = ({ text }: Label): number => text.split('\n').length;

function beside(label: Label, x: number, y: number): Plot.Markish {
  const { text, colour } = label;
  const at = { x: { value: [x], scale: null }, y: { value: [y], scale: null } };
  return Plot.text([text], {
    ...at,
    ...SIDES[sideOf(label)],
    text: Plot.identity,
    className: `label ${colour}`,
    lineHeight: LINE / LETTERS,
  });
}

/** A label at the end of the axes, whose middle is at the second height, and a line to its place at the first one. */
function besideEnd(
  label: Label,
  { x, end }: { readonly x: number; readonly end: number },
  heights: readonly [number, number],
  isLined: boolean,
): Plot.Markish[] {
  if (!isLined) return [beside(label, end, heights[1])];
  const leader = Plot.line(heights, {
    x: { value: [x + 3, end + LINE], scale: null },
    y: { value: [...heights], scale: null },
    className: label.colour,
  });
  return [leader, beside(label, end + LINE - BESIDE / 2, heights[1])];
}
