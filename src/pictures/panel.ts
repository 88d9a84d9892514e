import * as Plot from '@observablehq/plot';
import { type Axis, named, wordsOf } from './axis.ts';
import type { DrawingDocument, DrawingElement } from './dom.ts';
import { BOTTOM, type Frame, TOP } from './frame.ts';
import { type Label, placed } from './placed.ts';
import { WIDTH } from './theme.ts';

/** One system of axes, with its marks and labels. Marks have no clips and no markers, whose ids would not be those of one picture. */
export interface Panel extends Frame {
  /** What distinguishes this panel from the others; null where there is one. */
  readonly heading: string | null;
  readonly marks: readonly Plot.Markish[];
  readonly labels: readonly Label[];
}

/** The elements of a panel. */
export function panelOf(document: DrawingDocument, panel: Panel): DrawingElement[] {
  const { height, left, right, heading, x, y, marks, labels } = panel;
  const drawn: DrawingElement = Plot.plot({
    document: document as never,
    width: WIDTH,
    height,
    marginLeft: left,
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
      frameText(`↑ ${named(y)}`, 'top-left', 8 - left, 10 - TOP),
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
