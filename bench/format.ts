import { markdownTable } from 'markdown-table';
import type { Missing } from './peers.ts';

/** The mark for a number that was not measured. */
export const NOT_RUN = '–';

/** A table of numbers with their labels in the first column. */
export function table(rows: readonly (readonly string[])[]): string {
  return markdownTable(rows, { align: rows[0]?.map((_, index) => (index === 0 ? 'l' : 'r')) ?? [] });
}

export function linked(source: string, root: string | null): string {
  return root === null ? source : `[${source}](${root}/${source})`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}

/** Three significant digits without an exponent. */
export function significant(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

export function missingInWords({ source, reason }: Missing): string {
  return `${source} (${reason})`;
}
