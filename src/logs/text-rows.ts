import { InputError } from '../policy/errors.ts';
import { readJson } from '../policy/json.ts';
import { kindOf } from '../policy/number.ts';
import { type Bytes, nameOf, openBytes } from './bytes.ts';
import { type Expected, readRows } from './csv.ts';
import { jsonElements } from './json-elements.ts';
import { type Line, linesOf } from './lines.ts';
import { Place } from './place.ts';
import { BadRow } from './problems.ts';
import { type Fields, isRecord } from './record.ts';

/** A row of a log as it is written there, or what is wrong with it. */
export interface Row {
  readonly fields: Fields | BadRow;
  readonly place: Place;
  /** The number of equal rows for which it stands. */
  readonly times: number;
}

/** Rows, some at a time, since one at a time would cost more than to read them. */
export type Rows = AsyncGenerator<readonly Row[]>;

/** How rows are written in a text. */
type Notation = 'separated values' | 'JSON lines' | 'JSON';

/**
 * Reads the rows of a text: separated values with a header line, JSON lines, a JSON list, or JSON values over several lines each. Any of them may be packed
 * by gzip. A name that ends in .csv or .tsv means separated values; otherwise the first character decides.
 * @throws InputError where the text as a whole cannot be read.
 */
export async function* textRows(source: string, signal?: AbortSignal): Rows {
  yield* rowsIn(await openBytes(source, signal), source);
}

/** The rows of the bytes of a source. */
export async function* rowsIn({ start, chunks }: Bytes, source: string): Rows {
  const name = nameOf(source);
  const notation = notationOf(source, new TextDecoder().decode(start));
  if (notation === 'separated values') yield* separated(linesOf(chunks, name), name);
  else yield* objects(notation === 'JSON' ? jsonElements(chunks, name) : linesOf(chunks, name), name);
}

async function* objects(batches: AsyncIterable<readonly Line[]>, name: string): Rows {
  for await (const lines of batches) {
    const filled = lines.filter(({ text }) => text.trim() !== '');
    yield filled.map(({ text, line }) => rowOf(fieldsOf(text, `${name}:${line}`), name, line));
  }
}

/** As many rows as are handed on together. */
const BATCH = 512;

async function* separated(lines: AsyncGenerator<readonly Line[]>, name: string): Rows {
  let batch: Row[] = [];
  for await (const { record, line, fault } of readRows(lines, name, EXPECTED)) {
    batch.push(rowOf(fault === null ? record : new BadRow('uneven row', `the row has ${fault}`), name, line));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function rowOf(fields: Fields | BadRow, name: string, line: number): Row {
  return { fields, place: new Place(name, line), times: 1 };
}

function notationOf(source: string, start: string): Notation {
  const name = source.replace(/\.gz$/i, '');
  if (/\.[ct]sv$/i.test(name)) return 'separated values';
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (/^(?:\[|\{\s*\n)/.test(text)) return 'JSON';
  if (text === '' || text.startsWith('{') || /\.(?:jsonl?|ndjson)$/i.test(name)) return 'JSON lines';
  return 'separated values';
}

const EXPECTED: Expected = {
  likeness: (columns) => columns.length,
  checkColumns: (columns, place) => {
    const twice = columns.find((column, at) => columns.indexOf(column) !== at);
    if (twice !== undefined) throw new InputError(`${place}: the column ${JSON.stringify(twice)} is given twice`);
  },
};

function fieldsOf(text: string, place: string): Fields | BadRow {
  try {
    const json = readJson(text, place);
    if (!json) return new BadRow('not JSON', `the row is not JSON${looksCut(text) ? '; is it cut off?' : ''}`);
    return isRecord(json.value)
      ? json.value
      : new BadRow('not an object', `the row must be an object, not ${kindOf(json.value)}`);
  } catch (error) {
    // A key that is given twice, or values that are nested too deeply.
    if (error instanceof InputError)
      return new BadRow('not JSON', error.message.slice(place.length).replace(/^(?::\d+)?: /, ''));
    throw error;
  }
}

function looksCut(text: string): boolean {
  return !/[}\]]\s*$/.test(text);
}
