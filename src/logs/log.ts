import type { Field, FieldMap } from './fields.ts';
import { groupedInMemory } from './in-memory.ts';
import type { LayoutName } from './layouts.ts';
import type { DuplicateRule } from './outcome.ts';
import type { Problem } from './problems.ts';
import type { LoggedPrompt } from './prompt-groups.ts';
import { columnsOf, Reader } from './reader.ts';
import { filesOf } from './sources.ts';
import { peeked } from './table.ts';
import { textRows } from './text-rows.ts';

export type { Group } from './prompt-groups.ts';
export type { Field, FieldMap, LayoutName, LoggedPrompt };

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

export type Engine = 'duckdb' | 'stream';

/** The log of a sampling program, grouped by prompt. */
export interface Log {
  /** In the order in which prompts first appear. To be read once. */
  readonly prompts: AsyncIterable<LoggedPrompt>;
  /** What has been read so far: everything, once the prompts have been read. */
  readonly summary: () => Summary;
}

export interface LogOptions {
  readonly map?: FieldMap | undefined;
  readonly layout?: LayoutName | undefined;
  /** Whether a bad row is an error, or is skipped and counted. */
  readonly onBadRow: 'error' | 'skip';
  readonly duplicateReward: DuplicateRule;
  readonly engine?: 'auto' | Engine | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens files or standard input, `-`, as one log. Reading the prompts throws an InputError that names the place of what is wrong.
 * @throws InputError where there are no such files.
 */
export async function openLog(sources: readonly string[], options: LogOptions): Promise<Log> {
  const files = await filesOf(sources);
  const reader = new Reader(files, (file) => peeked(textRows(file)), options);
  return {
    prompts: groupedInMemory(reader.all(), options.duplicateReward),
    summary: () => ({
      files,
      rows: reader.rows,
      samples: reader.samples,
      layout: reader.recognised?.layout ?? 'columns',
      columns: new Map(columnsOf(reader.recognised?.paths ?? new Map())),
      ignored: reader.recognised?.ignored ?? [],
      problems: reader.problems.found,
      engine: 'stream',
    }),
  };
}
