import { type Html, html } from '../../report/html.ts';

/** Marks of plots, at places in the units of the picture. */

export interface Place {
  readonly x: number;
  readonly y: number;
}

const place = (value: number): string => String(Number(value.toFixed(2)));

/** What a curve, a bar or a field stands for; the style of the page gives each a colour. */
export type Meaning = 'formula' | 'interval' | 'estimate' | 'other' | 'between' | 'grid' | 'axis' | 'column';

/** A straight line, with the words that a pointer on it shows. A line of no length with round ends is a dot. */
export function line(from: Place, to: Place, meaning: Meaning, words = ''): Html {
  return html`<line class="${meaning}" x1="${place(from.x)}" y1="${place(from.y)}" x2="${place(to.x)}" y2="${place(to.y)}">${titled(words)}</line>`;
}

/** A line through points. */
export function curve(points: readonly Place[], meaning: Meaning): Html {
  return html`<polyline class="${meaning}" points="${joined(points)}"/>`;
}

/** A field with these corners. */
export function field(points: readonly Place[], meaning: Meaning, words = ''): Html {
  return html`<polygon class="${meaning}" points="${joined(points)}">${titled(words)}</polygon>`;
}

/** A word at a place. */
export function word({ x, y }: Place, anchor: 'start' | 'middle' | 'end', text: string): Html {
  return html`<text x="${place(x)}" y="${place(y)}" text-anchor="${anchor}">${text}</text>`;
}

const [CAP, STROKE] = [5, 9];

/** A short stroke across, which a dot on it does not hide. */
export function stroke({ x, y }: Place, meaning: Meaning, words = ''): Html {
  return line({ x: x - STROKE, y }, { x: x + STROKE, y }, meaning, words);
}

/** An interval from `low` to `high`, upright or across, with a stroke at each end. */
export function bar(low: Place, high: Place, direction: 'upright' | 'across', words: string): Html {
  const meaning = 'interval';
  const [dx, dy] = direction === 'upright' ? [CAP, 0] : [0, CAP];
  const cap = ({ x, y }: Place): Html => line({ x: x - dx, y: y - dy }, { x: x + dx, y: y + dy }, meaning);
  return html`${line(low, high, meaning, words)}${cap(low)}${cap(high)}`;
}

function joined(points: readonly Place[]): string {
  return points.map(({ x, y }) => `${place(x)},${place(y)}`).join(' ');
}

function titled(words: string): Html {
  return words === '' ? html`` : html`<title>${words}</title>`;
}
