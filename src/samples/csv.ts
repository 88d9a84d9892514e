import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../policy/errors.ts';
import { checkColumns, NEEDED } from './columns.ts';
import { MAX_LINE_BYTES, readLines } from './lines.ts';

/** A row as a record by column names, and the line on which it ends. */
export interface Row {
  readonly record: Record<string, string>;
  readonly line: number;
}

/** Each of these ends a row, whichever one ends the first row. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

/** The possible separators of columns; the header decides. */
const SEPARATORS = [',', '\t', ';'] as const;

/**
 * Reads values separated by commas, tabs or semicolons with a header line.
 * @throws InputError naming file and line for malformed CSV and for columns that are missing, given twice or not supported.
 */
export async function* readRows(file: string): AsyncGenerator<Row> {
  const { lines, separator } = await startOf(file);
  const parser = parse({
    info: true,
    delimiter: separator,
    skip_empty_lines: true,
    record_delimiter: LINE_ENDS,
    max_record_size: MAX_LINE_BYTES,
  });
  const source = Readable.from(lines).on('error', (error) => parser.destroy(error));
  let columns: string[] | null = null;
  try {
    for await (const { record, info } of source.pipe(parser)) {
      const line = (info as { lines: number }).lines;
      if (columns) yield { record: rowOf(columns, record), line };
      else {
        columns = record as string[];
        checkColumns(columns, `${file}:${line}`);
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`${file}: not CSV: ${error.message}`);
    throw error;
  } finally {
    source.destroy();
  }
}

/** The lines of the file, and the separator of columns according to the first line that is not empty. */
async function startOf(file: string): Promise<{ lines: AsyncGenerator<string>; separator: string }> {
  const rest = readLines(file);
  const first: string[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first.push(`${next.value.text}\n`);
    if (next.value.text.trim() !== '') break;
  }
  async function* lines(): AsyncGenerator<string> {
    yield* first;
    for await (const { text } of rest) yield `${text}\n`;
  }
  return { lines: lines(), separator: separatorOf(first.at(-1) ?? '') };
}

/** The separator by which the header has most of the required columns; commas where it has none. */
function separatorOf(header: string): string {
  const count = (separator: string): number => {
    const columns = header.split(separator).map((column) => column.trim().replace(/^"(.*)"$/, '$1'));
    return NEEDED.filter((needed) => columns.includes(needed)).length;
  };
  return SEPARATORS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',');
}

function rowOf(columns: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
}
