import { Svg } from '../pictures/svg.ts';
import { oneLine } from './escape.ts';

/** HTML in which foreign text is escaped. Only `html` makes it, and `mathOf`, from what KaTeX has escaped. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = string | number | Html | Svg | readonly Html[];

/**
 * HTML from our own words, literally as in the template. Strings are escaped, for elements and for attributes in double quotes, and what
 * acts instead of being visible, as control characters do, is written out. Parts that are HTML or
 * pictures stay.
 */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(words.reduce((text, word, index) => `${text}${markup(parts[index - 1] as Part)}${word}`));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markup(part: Part): string {
  if (part instanceof Html || part instanceof Svg) return part.toString();
  if (typeof part === 'object') return part.join('');
  return oneLine(String(part)).replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string);
}
