import { oneLine, visible } from '../io/visible.ts';
import type { DrawnNode } from './dom.ts';

/**
 * A picture as text, in one form whatever document drew it: an element on each line, attributes in alphabetical order, places rounded to
 * hundredths. So a changed picture differs in the lines of what changed. Texts are escaped, and what would act in them is visible.
 */
export class Svg {
  readonly #root: DrawnNode;

  constructor(root: DrawnNode) {
    this.#root = root;
  }

  /** The element, to stand in a page of HTML. */
  toString(): string {
    return lines(this.#root, '').join('\n');
  }

  /** The text of a file. */
  file(): string {
    return `${this.toString().replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')}\n`;
  }
}

const [ELEMENT, TEXT] = [1, 3];

function lines(node: DrawnNode, indent: string): string[] {
  const { localName: name = '' } = node;
  const start = `${indent}<${name}${attributes(node)}`;
  const children = [...(node.childNodes ?? [])];
  if (children.length === 0) return name === 'g' ? [] : [`${start}/>`];
  const isInline = name === 'text' || children.some(({ nodeType }) => nodeType === TEXT);
  if (isInline) return [`${start}>${children.map((child) => inline(child, name)).join('')}</${name}>`];
  const inner = children.filter(({ nodeType }) => nodeType === ELEMENT).flatMap((child) => lines(child, `${indent} `));
  return inner.length === 0 ? [] : [`${start}>`, ...inner, `${indent}</${name}>`];
}

/** What stands within a text: spaces around it would be seen. */
function inline(node: DrawnNode, parent: string): string {
  if (node.nodeType === ELEMENT) return lines(node, '').join('');
  const text = node.textContent ?? '';
  return escaped(parent === 'style' ? visible(text) : oneLine(text));
}

/** What Plot says of its marks to readers of the screen. The title and the description of a picture say more, in their stead. */
const LEFT_OUT = new Set(['xmlns', 'aria-label', 'aria-description', 'aria-hidden']);

function attributes(node: DrawnNode): string {
  return [...(node.attributes ?? [])]
    .filter(({ name }) => !LEFT_OUT.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escaped(oneLine(PLACES.test(name) ? rounded(value) : value))}"`)
    .join('');
}

/** The attributes that have places and sizes. */
const PLACES = /^([cdfr]?[xy][12]?|d|r|rx|ry|width|height|points|transform|viewBox)$/;
const NUMBER = /-?\d+\.\d+(e[-+]?\d+)?/g;

/** The numbers in a text rounded to hundredths. */
function rounded(text: string): string {
  return text.replace(NUMBER, (number) => String(Number(Number(number).toFixed(2)) + 0));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);
}
