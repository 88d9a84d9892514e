import { type Html, html } from '../html.ts';
import type { Picture } from '../known.ts';
import type { Model } from '../model.ts';
import { linkTo, type Section } from './parts.ts';

/** The pictures of the documentation, within the page. */
export function pictureSection({ known: { pictures }, links }: Model): Section {
  const numbers = links.figures === null ? '' : html`<p>${linkTo(links.figures, 'The figures in numbers')}</p>\n`;
  const none = html`<p>The pictures of the documentation are not at hand where this page was written.</p>\n`;
  const body = html`${pictures.length === 0 ? none : html`<p>They come with this version, and are not results of this run.</p>\n${pictures.map(picture)}`}${numbers}`;
  return { id: 'pictures', title: 'Figures of the theory', body };
}

function picture({ path, title, description, svg }: Picture): Html {
  const data = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return html`<figure>
<img src="${data}" alt="${title}"/>
<figcaption>${description ?? path}</figcaption>
</figure>
`;
}
