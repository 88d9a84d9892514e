import { type DrawingDocument, type DrawingElement, element } from './dom.ts';
import { wrapped } from './labels.ts';
import { type Panel, panelOf } from './panel.ts';
import { Svg } from './svg.ts';
import { styleOf, TITLE_LETTERS, WIDTH } from './theme.ts';

/** A picture that can be understood by itself. */
export interface Picture {
  /** A name that no other picture of the same page has: a letter, then letters, digits and hyphens. */
  readonly id: string;
  /** What the picture shows, in a sentence. */
  readonly title: string;
  /** What one sees, for those who do not see it. */
  readonly description: string;
  /** Whether the title is written above the axes. It is not where the page has it as a heading. */
  readonly isTitled: boolean;
  /** Systems of axes, one below the other. */
  readonly panels: readonly Panel[];
}

const MARGIN = 8;
const TITLE_LINE = 26;

/**
 * Draws a picture. It is light or dark as the reader prefers.
 *
 * @param document where its elements are made: that of a browser, or of linkedom
 * Guarantee: the same picture gives the same bytes; ids and styles are its own, so that many pictures can stand in one page.
 */
export function draw(document: DrawingDocument, picture: Picture): Svg {
  const { id, title, description, isTitled, panels } = picture;
  const name = `picture-${id}`;
  const headline = isTitled ? wrapped(title, TITLE_LETTERS, WIDTH - 2 * MARGIN) : [];
  const parts: DrawingElement[] = headline.map((line, i) =>
    element(document, 'text', { class: 'headline', 'text-anchor': 'start', x: MARGIN, y: (i + 1) * TITLE_LINE }, line),
  );
  let height = headline.length > 0 ? headline.length * TITLE_LINE + MARGIN : 0;
  for (const panel of panels) {
    parts.push(element(document, 'g', { transform: `translate(0,${height})` }, ...panelOf(document, panel)));
    height += panel.height;
  }
  return new Svg(
    element(
      document,
      'svg',
      {
        class: name,
        role: 'img',
        'aria-labelledby': `${id}-title ${id}-description`,
        viewBox: `0 0 ${WIDTH} ${height}`,
        width: WIDTH,
        height,
        fill: 'currentColor',
        'text-anchor': 'middle',
      },
      element(document, 'title', { id: `${id}-title` }, title),
      element(document, 'desc', { id: `${id}-description` }, description),
      element(document, 'style', {}, styleOf(name)),
      element(document, 'rect', { class: 'ground', width: WIDTH, height }),
      ...parts,
    ),
  );
}
