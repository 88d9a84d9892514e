import { randomBytes } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { reason } from '../io/reason.ts';
import { InputError } from '../policy/errors.ts';
import { type ColumnType, checkInstalled, Database, identifier, literal } from './duckdb.ts';

/**
 * Writes the rows of a query as Parquet, completely or not at all.
 *
 * @param stored stores what is to be written in an empty database, and returns the query
 * @throws InputError where DuckDB is not installed or the file cannot be written, and what `stored` throws of that kind.
 */
export async function writeParquet(
  file: string,
  stored: (database: Database) => Promise<string>,
  signal?: AbortSignal,
): Promise<void> {
  await checkInstalled(file);
  const database = await Database.open(signal);
  const temporary = join(dirname(file), `.bonafide-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const query = await stored(database);
    await checkFolder(file);
    await database.run(`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
    await rename(temporary, file);
  } catch (error) {
    if (error instanceof InputError || signal?.aborted) throw error;
    throw new InputError(`cannot write ${file}: ${reason(error).replaceAll(/\s+/g, ' ')}`);
  } finally {
    await rm(temporary, { force: true });
    await database.close();
  }
}

async function checkFolder(file: string): Promise<void> {
  if (!(await stat(dirname(file))).isDirectory())
    throw new InputError(`cannot write ${file}: a part of its path is a file`);
}

/** @throws InputError for a text with half a surrogate pair, which UTF-8 has no bytes for. */
export function checkText(text: string, place: string): void {
  if (Buffer.from(text).toString() !== text)
    throw new InputError(`${place}: the prompt has half a surrogate pair, which Parquet cannot hold`);
}

/** Rows of values, one for each column. Numbers of a column of integers are integers. */
export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Rows that are added before signals are heard again. */
const AT_ONCE = 20_480;

/** Writes a table as Parquet, its rows in their order. @throws as `writeParquet`. */
export async function writeTable({ columns, rows }: Table, file: string, signal?: AbortSignal): Promise<void> {
  const types = columns.map(({ type }) => type);
  const names = columns.map(({ name }, at) => `c${at} AS ${identifier(name)}`);
  await writeParquet(
    file,
    async (database) => {
      const table = await database.appender('written', [...types, 'BIGINT']);
      for (const [at, row] of rows.entries()) {
        if (at % AT_ONCE === 0) await setImmediate();
        signal?.throwIfAborted();
        const values = row.map((value, column) =>
          typeof value === 'number' && types[column] === 'BIGINT' ? BigInt(value) : value,
        );
        table.add([...values, BigInt(at)]);
      }
      table.end();
      return `SELECT ${names.join()} FROM written ORDER BY c${columns.length}`;
    },
    signal,
  );
}
