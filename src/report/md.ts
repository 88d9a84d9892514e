import { markdownTable } from 'markdown-table';
import type { Markdown } from './escape.ts';

/** Markdown of our own words, as they stand between the backticks, and of what is Markdown already: a plain text is no part of it. */
export function md(words: TemplateStringsArray, ...parts: readonly (Markdown | number)[]): Markdown {
  return words.reduce((text, word, index) => `${text}${parts[index - 1]}${word}`) as Markdown;
}

export const NOTHING = md``;

/** The parts with something between them. */
export function joined(parts: readonly Markdown[], between: '' | '\n' | '\n\n' | ', '): Markdown {
  return parts.join(between) as Markdown;
}

/** Rows of wider tables are not padded. */
const WIDEST = 1000;

/** A table, whose first row is its head. A bar in a cell, as in code, ends no cell. */
export function table(rows: readonly (readonly Markdown[])[]): Markdown {
  const cells = rows.map((row) => row.map(withoutBars));
  const aligned = markdownTable(cells);
  const isWide = aligned.indexOf('\n') > WIDEST;
  return (isWide ? markdownTable(cells, { alignDelimiters: false }) : aligned) as Markdown;
}

/** An odd number of backslashes before a bar makes it a bar of the text. */
function withoutBars(cell: Markdown): string {
  return cell.replace(/(\\*)\|/g, (bar, slashes: string) => (slashes.length % 2 === 1 ? bar : `\\${bar}`));
}
