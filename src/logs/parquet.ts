import { open, stat } from 'node:fs/promises';
import { reason } from '../io/reason.ts';
import { InputError } from '../policy/errors.ts';
import { JsonNumber, readJson } from '../policy/json.ts';
import { STANDARD_INPUT } from './bytes.ts';
import { type Database, identifier, literal } from './duckdb.ts';
import { columnOf } from './fields.ts';
import { Place } from './place.ts';
import type { Recognised } from './recognise.ts';
import type { Fields } from './record.ts';
import type { Table } from './table.ts';
import type { Rows } from './text-rows.ts';

const MAGIC = 'PAR1';

/** Whether a file is Parquet, by its name or its first bytes. */
export async function isParquet(file: string): Promise<boolean> {
  if (file === STANDARD_INPUT) return false;
  if (/\.(?:parquet|pq)$/i.test(file)) return true;
  // A pipe is not opened, since closing it would end its writer.
  const isFile = await stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  return isFile && (await startsWithMagic(file).catch(() => false));
}

async function startsWithMagic(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString('latin1') === MAGIC;
  } finally {
    await handle.close();
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Opens a Parquet file as a table. @throws InputError where it cannot be read. */
export async function openParquet(file: string, database: Database): Promise<Table> {
  const source = sourceOf(file);
  const columns = await columnsOf(file, source, database);
  const rows = (wanted: readonly Column[], isCounted: boolean): Rows =>
    rowsOf(file, wanted, database.batches(queryOf(source, wanted, isCounted)));
  const start = database.rows(`${queryOf(source, columns, false)} LIMIT 1`);
  const first = await start.next();
  await start.return(undefined);
  return {
    columns: columns.map(({ name }) => name),
    first: first.done ? null : fieldsOf(columns, first.value),
    rows: (recognised) => {
      const wanted = columns.filter(({ name }) => isNeeded(name, columns, recognised));
      return rows(
        wanted,
        recognised !== null && !recognised.paths.has('response') && !recognised.paths.has('probability'),
      );
    },
  };
}

/** The table of a file, with a column `file_row_number`, from 0. */
export function sourceOf(file: string): string {
  return `read_parquet(${literal(escaped(file))}, file_row_number = true)`;
}

/** The types of the columns. @throws InputError where the file cannot be read. */
export async function typesOf(file: string, database: Database): Promise<ReadonlyMap<string, string>> {
  return new Map((await columnsOf(file, sourceOf(file), database)).map(({ name, type }) => [name, type]));
}

/** A name with the characters of patterns taken literally. */
export function escaped(file: string): string {
  return file.replaceAll(/[*?[]/g, '[$&]');
}

async function columnsOf(file: string, source: string, database: Database): Promise<Column[]> {
  const columns: Column[] = [];
  try {
    for await (const [name, type] of database.rows(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`)) {
      columns.push({ name: String(name), type: String(type) });
    }
  } catch (error) {
    const handle = await open(file).catch((refused: unknown) => {
      throw new InputError(`cannot read ${file}: ${reason(refused)}`);
    });
    await handle.close();
    throw new InputError(`cannot read ${file}: ${oneLine(error)}`);
  }
  return columns;
}

function oneLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function isNeeded(name: string, columns: readonly Column[], recognised: Recognised | null): boolean {
  const names = columns.map((column) => column.name);
  const { paths = new Map(), guards = [] } = recognised ?? {};
  const used = [...paths.values()].map((path) => columnOf(path, names));
  return [...used, ...guards.flatMap(({ column, within }) => [column, within])].includes(name);
}

/** All values as text, so that no number is rounded. Equal rows may be counted by DuckDB, in the order of the first of them. */
function queryOf(source: string, columns: readonly Column[], isCounted: boolean): string {
  const values = columns.map(({ name, type }, at) => `${textOf(identifier(name), type)} AS v${at}`);
  if (!isCounted) return `SELECT ${[...values, 'file_row_number', '1'].join()} FROM ${source}`;
  const grouped = [...columns.keys()].map((at) => `v${at}`);
  return `SELECT ${[...grouped, 'min(place) AS first', 'count(*)'].join()}
    FROM (SELECT ${[...values, 'file_row_number AS place'].join()} FROM ${source}) GROUP BY ${grouped.join()} ORDER BY first`;
}

const RECORD = /^(?:STRUCT|MAP|UNION|JSON|VARIANT)\b/;

/** The value as text: JSON for records, JSON with all numbers as texts for lists. */
function textOf(column: string, type: string): string {
  if (RECORD.test(type)) return `to_json(${column})::VARCHAR`;
  const lists = /(?:\[\d*\])+$/.exec(type)?.[0];
  return lists ? `to_json(${column}::VARCHAR${lists})::VARCHAR` : `${column}::VARCHAR`;
}

async function* rowsOf(file: string, columns: readonly Column[], batches: AsyncGenerator<unknown[][]>): Rows {
  for await (const found of batches) {
    yield found.map((values) => {
      const [at, times] = values.slice(columns.length).map(Number) as [number, number];
      return { fields: fieldsOf(columns, values), place: new Place(file, at + 1, 'row'), times };
    });
  }
}

function fieldsOf(columns: readonly Column[], values: readonly unknown[]): Fields {
  return Object.fromEntries(columns.map(({ name, type }, at) => [name, jsonOf(values[at] as string | null, type)]));
}

const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|BIGNUM|DECIMAL\(\d+,\s*\d+\))/;

/** A value as it is in JSON. */
function jsonOf(text: string | null, type: string): unknown {
  if (text === null) return null;
  if (RECORD.test(type) || type.endsWith(']')) {
    const value = readJson(text, 'a value')?.value;
    return NUMBER.test(type) ? withNumbers(value) : value;
  }
  if (type === 'BOOLEAN') return text === 'true';
  return NUMBER.test(type) ? new JsonNumber(text) : text;
}

function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumbers);
  return typeof value === 'string' ? new JsonNumber(value) : value;
}
