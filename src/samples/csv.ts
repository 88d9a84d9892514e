import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError } from '../policy/errors.ts';
import { checkColumns } from './columns.ts';
import { MAX_LINE_BYTES, readLines } from './lines.ts';

/** A row by the names of its columns, and the line on which it ends. */
export interface Row {
  readonly record: Record<string, string>;
  readonly line: number;
}

/** Each of them ends a row, whichever ends the first. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * Reads comma-separated values with a header line.
 * @throws InputError naming file and line for what is not CSV and for columns that are missing, given twice or not understood.
 */
export async function* readRows(file: string): AsyncGenerator<Row> {
  const parser = parse({
    info: true,
    skip_empty_lines: true,
    record_delimiter: LINE_ENDS,
    max_record_size: MAX_LINE_BYTES,
  });
  const source = Readable.from(linesOf(file)).on('error', (error) => parser.destroy(error));
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

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const { text } of readLines(file)) yield `${text}\n`;
}

function rowOf(columns: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
}
