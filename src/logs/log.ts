import { Turns } from '../io/turns.ts';
import { Database } from './duckdb.ts';
import { type Engine, engineFor } from './engine.ts';
import type { Field, FieldMap } from './fields.ts';
import { groupedInDatabase } from './in-database.ts';
import { groupedInMemory } from './in-memory.ts';
import type { LayoutName } from './layouts.ts';
import { groupedOutOfCore } from './out-of-core.ts';
import { openParquet } from './parquet.ts';
import type { Problem } from './problems.ts';
import type { Grouping, LoggedPrompt } from './prompt-groups.ts';
import { columnsOf, Reader } from './reader.ts';
import { filesOf } from './sources.ts';
import { peeked, type Table } from './table.ts';
import { textRows } from './text-rows.ts';

export type { Group } from './prompt-groups.ts';
export type { Engine, Field, FieldMap, LayoutName, LoggedPrompt };

/** What a log holds, after its prompts have been read. */
export interface Summary {
  readonly files: readonly string[];
  /** The number of rows, bad ones too. */
  readonly rows: number;
  readonly samples: number;
  readonly layout: LayoutName;
  /** The column that served as each field. */
  readonly columns: ReadonlyMap<Field, string>;
  /** The columns of the first file that no field uses. */
  readonly ignored: readonly string[];
  /** The bad rows that were skipped, by kind. */
  readonly problems: readonly Problem[];
  readonly engine: Engine;
}

/** The log of a sampling program, grouped by prompt. */
export interface Log {
  /** In the order in which prompts first appear. To be read once. */
  readonly prompts: AsyncIterable<LoggedPrompt>;
  /** What has been read so far: everything, once the prompts have been read. */
  readonly summary: () => Summary;
}

export interface LogOptions extends Grouping {
  readonly map?: FieldMap | undefined;
  readonly layout?: LayoutName | undefined;
  /** Whether a bad row is an error, or is skipped and counted. */
  readonly onBadRow: 'error' | 'skip';
  readonly engine?: 'auto' | Engine | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens files or standard input, `-`, as one log. Reading the prompts throws an InputError that names the place of what is wrong.
 * @throws InputError where there are no such files, or DuckDB is needed and not installed.
 */
export async function openLog(sources: readonly string[], options: LogOptions): Promise<Log> {
  const files = await filesOf(sources);
  const { engine, parquet } = await engineFor(files, options.engine ?? 'auto');
  const { signal } = options;
  let database: Database | null = null;
  const open = (file: string): Promise<Table> =>
    database && parquet.has(file) ? openParquet(file, database) : peeked(textRows(file, signal));
  const reader = new Reader(files, open, options);
  async function* prompts(): AsyncGenerator<LoggedPrompt> {
    if (engine === 'stream') return yield* groupedInMemory(reader.all(), options);
    const opened = await Database.open(signal);
    try {
      const grouped = await groupedInDatabase(files, parquet, options, opened);
      if (grouped) {
        reader.take(grouped);
        return yield* grouped.prompts;
      }
      database = opened;
      yield* groupedOutOfCore(reader.all(), options, opened);
    } finally {
      await opened.close();
    }
  }
  return { prompts: heard(prompts(), signal), summary: () => summaryOf(reader, files, engine) };
}

function summaryOf({ rows, samples, recognised, problems }: Reader, files: readonly string[], engine: Engine): Summary {
  return {
    files,
    rows,
    samples,
    layout: recognised?.layout ?? 'columns',
    columns: new Map(columnsOf(recognised?.paths ?? new Map())),
    ignored: recognised?.ignored ?? [],
    problems: problems.found,
    engine,
  };
}

/** A prompt takes as many steps as so many groups. */
const A_PROMPT = 80;

async function* heard(prompts: AsyncIterable<LoggedPrompt>, signal?: AbortSignal): AsyncGenerator<LoggedPrompt> {
  const turns = new Turns(signal);
  for await (const prompt of prompts) {
    await turns.after(A_PROMPT + prompt.groups.length);
    yield prompt;
  }
}
