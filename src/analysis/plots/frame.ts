import { type Html, html } from '../../report/html.ts';
import { line, type Meaning, word } from './marks.ts';
import type { Scale, Span } from './scale.ts';

/** The size of a picture. */
export const WIDTH = 420;
export const HEIGHT = 290;

/** Where the axes lie. */
export const ACROSS: Span = [74, WIDTH - 24];
export const UP: Span = [HEIGHT - 46, 34];

interface Axis {
  readonly scale: Scale;
  readonly label: string;
}

/** A picture: its axes, its marks, and the words around it. */
export interface Plot {
  /** A name for links within the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Html[];
  readonly legend: readonly Key[];
  readonly caption: string;
}

/** A sign of the legend, and what it means. */
export interface Key {
  readonly sign: Meaning;
  readonly words: string;
}

/** The plot as a figure with a legend and a caption. */
export function figure(plot: Plot): Html {
  const { id, title, description, x, y, marks, legend, caption } = plot;
  return html`<figure>
<h2>${title}</h2>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${across(x)}
${up(y)}
${marks}
</svg>
<ul class="legend">${legend.map(({ sign, words }) => html`<li>${swatch(sign)} ${words}</li>`)}</ul>
<figcaption>${caption}</figcaption>
</figure>
`;
}

function across({ scale, label }: Axis): Html {
  const y = UP[0];
  return html`${scale.ticks.map(({ value, text }) => {
    const x = scale.at(value);
    return html`${line({ x, y }, { x, y: y + 5 }, 'axis')}${word({ x, y: y + 18 }, 'middle', text)}`;
  })}${line({ x: ACROSS[0], y }, { x: ACROSS[1], y }, 'axis')}${word({ x: ACROSS[1], y: y + 38 }, 'end', `${label} →`)}`;
}

function up({ scale, label }: Axis): Html {
  const [x, end] = ACROSS;
  return html`${scale.ticks.map(({ value, text }) => {
    const y = scale.at(value);
    return html`${line({ x, y }, { x: end, y }, 'grid')}${word({ x: x - 7, y: y + 4 }, 'end', text)}`;
  })}${line({ x, y: UP[0] }, { x, y: UP[1] }, 'axis')}${word({ x: 8, y: 16 }, 'start', `↑ ${label}`)}`;
}

function swatch(sign: Meaning): Html {
  const middle = { x: 14, y: 7 };
  const drawn =
    sign === 'between' || sign === 'column'
      ? html`<rect class="${sign}" x="4" y="1" width="20" height="12"/>`
      : sign === 'estimate'
        ? line(middle, middle, sign)
        : line({ x: 2, y: 7 }, { x: 26, y: 7 }, sign);
  return html`<svg class="key" viewBox="0 0 28 14" aria-hidden="true">${drawn}</svg>`;
}
