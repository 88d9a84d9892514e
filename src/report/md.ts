import { markdownTable } from 'markdown-table';
import type { Markdown } from './escape.ts';

/** Markdown from our own words, literally as in the template, and from parts that are Markdown already. Plain strings are type errors. */
export function md(words: TemplateStringsArray, ...parts: readonly (Markdown | number)[]): Markdown {
  return words.reduce((text, word, index) => `${text}${parts[index - 1]}${word}`) as Markdown;
}

export const NOTHING = md``;

/** The parts, joined by a separator. */
export function joined(parts: readonly Markdown[], between: '' | '\n' | '\n\n' | ', '): Markdown {
  return parts.join(between) as Markdown;
}

/** Rows of wider tables are not padded. */
const WIDEST = 1000;

/** A table, whose first row is its header. Bars within cells, as in code, are escaped. */
export function table(rows: readonly (readonly Markdown[])[]): Markdown {
  const cells = rows.map((row) => row.map(withoutBars));
  const aligned = markdownTable(cells);
  const isWide = aligned.indexOf('\n') > WIDEST;
  return (isWide ? markdownTable(cells, { alignDelimiters: false }) : aligned) as Markdown;
}

/** Escapes bars. A bar after an odd number of backslashes is escaped already. */
function withoutBars(cell: Markdown): string {
  return cell.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 1 ? bar : `\\${bar}`));
}
