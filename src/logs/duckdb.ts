import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance, JS } from '@duckdb/node-api';
import { InputError } from '../policy/errors.ts';

type Library = typeof import('@duckdb/node-api');

/** Loads DuckDB, which users may leave out. Only here is it imported. */
async function installed(): Promise<Library> {
  return import('@duckdb/node-api');
}

/** Whether DuckDB is installed. */
export async function hasDuckDB(load = installed): Promise<boolean> {
  return load().then(
    () => true,
    () => false,
  );
}

/** @throws InputError naming the file that needs DuckDB where it is not installed. */
export async function checkInstalled(file: string, load = installed): Promise<void> {
  if (await hasDuckDB(load)) return;
  throw new InputError(`${file} needs DuckDB, which is not installed; npm install @duckdb/node-api installs it`);
}

/** What DuckDB may use of the memory; the rest of its work goes through files. */
const OPTIONS = { memory_limit: '400MB', autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' };

/** A database that exists only while a log is read, in a folder for temporary files. */
export class Database {
  readonly #library: Library;
  readonly #instance: DuckDBInstance;
  readonly #folder: string;
  readonly #signal: AbortSignal | undefined;
  readonly #connections: DuckDBConnection[] = [];
  readonly #interrupt = (): void => {
    for (const connection of this.#connections) connection.interrupt();
  };

  private constructor(library: Library, instance: DuckDBInstance, folder: string, signal: AbortSignal | undefined) {
    this.#library = library;
    this.#instance = instance;
    this.#folder = folder;
    this.#signal = signal;
    signal?.addEventListener('abort', this.#interrupt);
  }

  static async open(signal?: AbortSignal): Promise<Database> {
    const library = await installed();
    const folder = await mkdtemp(join(tmpdir(), 'bonafide-duckdb-'));
    const options = { ...OPTIONS, temp_directory: join(folder, 'spilled') };
    const instance = await library.DuckDBInstance.create(join(folder, 'log.duckdb'), options);
    return new Database(library, instance, folder, signal);
  }

  /** Runs a statement without results. */
  async run(sql: string): Promise<void> {
    await this.#heard(async () => (await this.#connect()).run(sql));
  }

  /** The rows of a query. */
  async *rows(sql: string): AsyncGenerator<JS[]> {
    for await (const rows of this.batches(sql)) yield* rows;
  }

  /** The rows of a query, some at a time. */
  async *batches(sql: string): AsyncGenerator<JS[][]> {
    const connection = await this.#connect();
    const result = await this.#heard(() => connection.stream(sql));
    for (;;) {
      const chunk = await this.#heard(() => result.fetchChunk());
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.convertRows<JS>(this.#library.JSDuckDBValueConverter);
    }
  }

  /** A function that appends rows, a batch at a time, to a table whose columns have these types, and one that ends it. */
  async appender(table: string, types: readonly ColumnType[]): Promise<Appender> {
    const { DuckDBDataChunk, BIGINT, DOUBLE, VARCHAR } = this.#library;
    const kinds = types.map((type) => ({ BIGINT, DOUBLE, VARCHAR })[type]);
    await this.run(`CREATE TABLE ${table} (${types.map((type, at) => `c${at} ${type}`).join()})`);
    const appender: DuckDBAppender = await (await this.#connect()).createAppender(table);
    return new Appender(
      (rows) =>
        this.#told(() => {
          const chunk = DuckDBDataChunk.create(kinds, rows.length);
          chunk.setRows(rows);
          appender.appendDataChunk(chunk);
        }),
      () => this.#told(() => appender.closeSync()),
    );
  }

  /** Removes the database and all its files. */
  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#interrupt);
    for (const connection of this.#connections) connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    this.#connections.push(connection);
    return connection;
  }

  /** The result of work that an abort interrupts. */
  async #heard<T>(work: () => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw this.#inWords(error);
    }
  }

  #told(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw this.#inWords(error);
    }
  }

  /** One sentence where there is no space for temporary files; otherwise the error itself. */
  #inWords(error: unknown): unknown {
    const text = String(error);
    const isOwn = text.includes(this.#folder) || /max_temp_directory_size|offload/.test(text);
    return isOwn && FULL.test(text) ? new NoSpace(dirname(this.#folder)) : error;
  }
}

const FULL = /No space left|quota exceeded|File too large|max_temp_directory_size|failed to offload/i;

/** There is no space for the temporary files of a database. */
export class NoSpace extends InputError {
  constructor(folder: string) {
    super(`there is not enough space for temporary files in ${folder}; free some, or name another folder with TMPDIR`);
  }
}

export type ColumnType = 'BIGINT' | 'DOUBLE' | 'VARCHAR';
export type Value = bigint | number | string | null;

/** As many rows as a chunk of DuckDB holds. */
const BATCH = 2048;

/** Appends rows to a table. */
export class Appender {
  readonly #write: (rows: readonly (readonly Value[])[]) => void;
  readonly #close: () => void;
  #rows: (readonly Value[])[] = [];

  constructor(write: (rows: readonly (readonly Value[])[]) => void, close: () => void) {
    this.#write = write;
    this.#close = close;
  }

  add(row: readonly Value[]): void {
    this.#rows.push(row);
    if (this.#rows.length === BATCH) this.#flush();
  }

  end(): void {
    this.#flush();
    this.#close();
  }

  #flush(): void {
    if (this.#rows.length > 0) this.#write(this.#rows);
    this.#rows = [];
  }
}

/** A text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an identifier of SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
