import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../policy/errors.ts';
import { type Line, MAX_LINE_BYTES } from './lines.ts';

/** A row as a record by column names, and the line on which it ends. */
export interface Row {
  readonly record: Record<string, string>;
  readonly line: number;
  /** What is wrong with the number of values, null for nothing. */
  readonly fault: string | null;
}

/** What a reader of separated values expects. */
export interface Expected {
  /** How much columns look like the expected ones. The separator that makes this largest is taken. */
  readonly likeness: (columns: readonly string[]) => number;
  /** Refuses a header. */
  readonly checkColumns: (columns: readonly string[], place: string) => void;
}

/** Each of these ends a row, whichever one ends the first row. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

/** The possible separators of columns; the header decides. */
const SEPARATORS = [',', '\t', ';'] as const;

/**
 * Reads values separated by commas, tabs or semicolons with a header line.
 * @throws InputError naming file and line for malformed CSV and for columns that are not as expected.
 */
export async function* readRows(
  all: AsyncGenerator<readonly Line[]>,
  file: string,
  expected: Expected,
): AsyncGenerator<Row> {
  const { texts, separator } = await startOf(all, expected);
  const parser = parse({
    info: true,
    delimiter: separator,
    skip_empty_lines: true,
    record_delimiter: LINE_ENDS,
    max_record_size: MAX_LINE_BYTES,
    relax_column_count: true,
  });
  const source = Readable.from(texts).on('error', (error) => parser.destroy(error));
  let columns: string[] | null = null;
  try {
    for await (const { record, info } of source.pipe(parser)) {
      const line = (info as { lines: number }).lines;
      if (columns) yield rowOf(columns, record, line);
      else {
        columns = record as string[];
        expected.checkColumns(columns, `${file}:${line}`);
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new InputError(`${file}: not CSV: ${error.message}`);
    throw error;
  } finally {
    source.destroy();
  }
}

/** All lines again, and the separator of columns according to the first line that is not empty. */
async function startOf(
  all: AsyncGenerator<readonly Line[]>,
  expected: Expected,
): Promise<{ texts: AsyncGenerator<string>; separator: string }> {
  const first: Line[] = [];
  const header = (): Line | undefined => first.find(({ text }) => text.trim() !== '');
  for (let next = await all.next(); !next.done; next = await all.next()) {
    first.push(...next.value);
    if (header()) break;
  }
  async function* texts(): AsyncGenerator<string> {
    yield textOf(first);
    for await (const lines of all) yield textOf(lines);
  }
  return { texts: texts(), separator: separatorOf(header()?.text ?? '', expected) };
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** The separator that gives the likeliest columns; a comma where none is likelier. */
function separatorOf(header: string, { likeness }: Expected): string {
  const of = (separator: string): number =>
    likeness(header.split(separator).map((column) => column.trim().replace(/^"(.*)"$/, '$1')));
  return SEPARATORS.reduce<string>((best, next) => (of(next) > of(best) ? next : best), ',');
}

function rowOf(columns: readonly string[], values: readonly string[], line: number): Row {
  const record = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
  const isEven = values.length === columns.length;
  return { record, line, fault: isEven ? null : `${values.length} values for ${columns.length} columns` };
}
