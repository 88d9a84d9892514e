import { stringify } from 'csv-stringify/sync';
import { type Row, readRows } from '../../../../src/logs/csv.ts';
import { linesOf } from '../../../../src/logs/lines.ts';
import { awaited, FILE, inOnePiece, inPieces, same } from '../target.ts';

const EXPECTED = { likeness: (columns: readonly string[]) => columns.length, checkColumns: () => undefined };

/** Separated values: the rows do not depend on how the bytes come, and rows that are written again are read as the same. */
export async function fuzz(bytes: Uint8Array): Promise<void> {
  const whole = await awaited(() => rowsIn(inOnePiece(bytes)));
  same('other rows from pieces', await awaited(() => rowsIn(inPieces(bytes))), whole);
  const [first] = whole ?? [];
  if (!whole || !first || whole.some(({ fault }) => fault !== null)) return;
  const columns = Object.keys(first.record);
  // A line without any character is no row, and without a comma in the header another separator could be likelier.
  if (columns.length < 2 || /[\t;]/.test(columns.join(''))) return;
  const records = whole.map(({ record }) => columns.map((column) => record[column] ?? ''));
  const written = Buffer.from(stringify([columns, ...records]));
  // Without the blank lines before it, a header of control characters may look like another kind of file.
  const again = await awaited(() => rowsIn(inOnePiece(written)));
  if (!again) return;
  same(
    'other rows after they were written',
    again.map(({ record }) => record),
    whole.map(({ record }) => record),
  );
}

async function rowsIn(chunks: AsyncIterable<Uint8Array>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows(linesOf(chunks, FILE), FILE, EXPECTED)) rows.push(row);
  return rows;
}
