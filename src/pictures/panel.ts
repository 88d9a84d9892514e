import * as Plot from '@observablehq/plot';
import { type Axis, named, placeOn, wordsOf } from './axis.ts';
import type { DrawingDocument, DrawingElement } from './dom.ts';
import { spread } from './labels.ts';
import { type Colour, LETTERS, LINE, WIDTH } from './theme.ts';

/** A text beside a place of a panel, in the colour of what it names. Lines are separated by line feeds. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: Colour;
  /** Where it stands; to the right by default. `under` is below and to the right, `over` above and to the left, `end` to the right of the axes. */
  readonly side?: 'right' | 'left' | 'above' | 'below' | 'under' | 'over' | 'end';
}

/** One system of axes, with its marks and labels. */
export interface Panel {
  readonly height: number;
  /** The room to the right of the axes, in units of the picture. */
  readonly right: number;
  /** What distinguishes this panel from the others; null where there is one. */
  readonly heading: string | null;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Plot.Markish[];
  readonly labels: readonly Label[];
}

/** The room around the axes. */
export const [LEFT, TOP, BOTTOM] = [66, 40, 58];

/** Places at the left and the right end of the axis across, and at the lower and the upper end of the other one. */
export const across = ({ right }: Pick<Panel, 'right'>): [number, number] => [LEFT, WIDTH - right];
export const up = ({ height }: Pick<Panel, 'height'>): [number, number] => [height - BOTTOM, TOP];

/** The elements of a panel. */
export function panelOf(document: DrawingDocument, panel: Panel): DrawingElement[] {
  const { height, right, heading, x, y, marks, labels } = panel;
  const drawn: DrawingElement = Plot.plot({
    document: document as never,
    width: WIDTH,
    height,
    marginLeft: LEFT,
    marginRight: right,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { type: x.type, domain: [...x.domain], clamp: true, axis: null },
    y: { type: y.type, domain: [...y.domain], clamp: true, axis: null },
    marks: [
      Plot.gridY({ ticks: ticksOf(y), className: 'rule', strokeOpacity: 1 }),
      Plot.axisX({ ...wordsAt(x), anchor: 'bottom', label: null, className: 'ink' }),
      Plot.axisY({ ...wordsAt(y), anchor: 'left', label: null, className: 'ink', tickSize: 0 }),
      Plot.ruleY([y.domain[0]], { className: 'soft' }),
      frameText(`↑ ${named(y)}`, 'top-left', 8 - LEFT, 10 - TOP),
      frameText(`${named(x)} →`, 'bottom-right', 0, BOTTOM - 8),
      ...(heading === null ? [] : [frameText(heading, 'top-right', right - 8, 10 - TOP)]),
      ...marks,
      ...placed(panel, labels),
    ],
  });
  return [...drawn.childNodes].filter(({ localName }) => localName === 'g') as DrawingElement[];
}

/** Ticks in the form that Plot takes. */
const ticksOf = ({ ticks }: Axis): number | number[] => (typeof ticks === 'number' ? ticks : [...ticks]);

function wordsAt(axis: Axis): Plot.AxisXOptions & Plot.AxisYOptions {
  const { words } = axis;
  const tickFormat = words ?? ((_: number, place: number, all: number[]) => wordsOf(all)[place]);
  return { ticks: ticksOf(axis), tickFormat: tickFormat as never, tickPadding: 5 };
}

/** A text at a corner of the axes, moved. */
function frameText(text: string, frameAnchor: Plot.FrameAnchor, dx: number, dy: number): Plot.Markish {
  return Plot.text([text], { text: Plot.identity, frameAnchor, dx, dy, className: 'ink' });
}

/** The distance of a label from its place. */
const BESIDE = 9;
/** Curves that come so near to the right end of the axes have their labels there. */
const NEAR = 20;
/** Labels that had to move further have lines to their places. */
const FAR = 0.6 * LINE;
/** The least distance between labels one above the other. */
const APART = 5;

/** The labels. Those at the right end of the axes are spread, and where one is far from its place, all have lines to their places. */
function placed(panel: Panel, labels: readonly Label[]): Plot.Markish[] {
  const end = across(panel)[1];
  const at = labels.map(
    (label): Place => ({
      label,
      x: placeOn(panel.x, across(panel), label.x),
      y: placeOn(panel.y, up(panel), label.y),
    }),
  );
  const isLast = ({ label, x }: Place): boolean =>
    label.side === 'end' || (sideOf(label) === 'right' && x >= end - NEAR);
  const last = at.filter(isLast);
  const middles = spread(
    last.map(({ label, y }) => ({ at: y, height: linesOf(label) * LINE + APART })),
    up(panel)[1] - LINE / 2,
    up(panel)[0] + LINE,
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

const SIDES = {
  end: { textAnchor: 'start', lineAnchor: 'middle', dx: BESIDE, dy: 0 },
  right: { textAnchor: 'start', lineAnchor: 'middle', dx: BESIDE, dy: 0 },
  left: { textAnchor: 'end', lineAnchor: 'middle', dx: -BESIDE, dy: 0 },
  above: { textAnchor: 'middle', lineAnchor: 'bottom', dx: 0, dy: -BESIDE },
  over: { textAnchor: 'end', lineAnchor: 'bottom', dx: -BESIDE, dy: 0 },
  under: { textAnchor: 'start', lineAnchor: 'top', dx: 2, dy: BESIDE },
  below: { textAnchor: 'middle', lineAnchor: 'top', dx: 0, dy: BESIDE },
} as const;

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
