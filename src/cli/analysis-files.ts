import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkNewFile } from '../io/check-new-file.ts';
import { writeWhole } from '../io/write-whole.ts';
import { checkInstalled } from '../logs/duckdb.ts';
import { type Table, writeTable } from '../logs/write-parquet.ts';
import { InputError } from '../policy/errors.ts';
import type { TableFormat } from './analyzed.ts';
import { heard } from './read-log.ts';

/** The files that `analyze` writes. */

/** Checks the files that options name. @throws InputError for one that cannot be written, and for two that are the same. */
export async function checkOutputs(
  files: Readonly<Record<string, string | undefined>>,
  read: readonly string[],
): Promise<void> {
  const options = new Map<string, string>();
  for (const [option, file] of Object.entries(files)) {
    if (file === undefined) continue;
    await checkNewFile(file, read);
    const place = join(await realpath(dirname(file)), basename(file));
    const before = options.get(place);
    if (before !== undefined) throw new InputError(`${before} and ${option} name the same file, ${file}`);
    options.set(place, option);
  }
}

/** The format that the name of a table says. @throws InputError for another name, and where what writes the format is not installed. */
export async function formatOf(file: string): Promise<TableFormat> {
  if (/\.csv$/i.test(file)) return 'csv';
  if (!/\.parquet$/i.test(file))
    throw new InputError(`the name of --per-prompt must end in .csv or .parquet, not ${JSON.stringify(file)}`);
  await checkInstalled(file);
  return 'parquet';
}

/** Writes a table of prompts. @throws InputError where that is impossible; Interrupted as soon as the signal comes. */
export async function writeTableTo(file: string, table: string | Table, signal: AbortSignal): Promise<void> {
  if (typeof table === 'string') await writeWhole(file, table);
  else await heard(signal, () => writeTable(table, file, signal));
}
