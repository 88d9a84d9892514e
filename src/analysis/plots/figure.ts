import type { DrawingDocument } from '../../pictures/dom.ts';
import { draw } from '../../pictures/picture.ts';
import { type Html, html } from '../../report/html.ts';
import type { Drawn } from './frame.ts';
import type { Meaning } from './marks.ts';

/** A picture of a page, and the words around it. */
export interface Plotted {
  /** A name for links within the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly drawn: Drawn;
  readonly legend: readonly Key[];
  readonly caption: string;
}

/** A sign of the legend, and what it means. */
export interface Key {
  readonly sign: Meaning;
  readonly words: string;
}

/** The plot as a figure with a legend and a caption. */
export function figure(document: DrawingDocument, { id, title, description, drawn, legend, caption }: Plotted): Html {
  const panels = [{ ...drawn, heading: null }];
  return html`<figure>
<h2>${title}</h2>
${draw(document, { id, title, description, isTitled: false, panels })}
<ul class="legend">${legend.map(({ sign, words }) => html`<li>${swatch(sign)} ${words}</li>`)}</ul>
<figcaption>${caption}</figcaption>
</figure>
`;
}

/** The sign of a meaning, drawn by the style of the page. */
function swatch(sign: Meaning): Html {
  return html`<span class="key ${sign}" aria-hidden="true"></span>`;
}
