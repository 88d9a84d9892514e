import { stat } from 'node:fs/promises';
import { InputError } from '../policy/errors.ts';
import { checkInstalled, hasDuckDB } from './duckdb.ts';
import { isParquet } from './parquet.ts';

/** What groups the samples: DuckDB, which needs little memory, or this program in its own memory. */
export type Engine = 'duckdb' | 'stream';

/** Texts of more bytes are grouped by DuckDB, where it is installed. */
export const LARGE_BYTES = 64 * 2 ** 20;

/**
 * The engine for some files, and which of them are Parquet.
 * @throws InputError where DuckDB is needed and not installed, or Parquet is not to be read by it.
 */
export async function engineFor(
  files: readonly string[],
  wanted: 'auto' | Engine,
): Promise<{ readonly engine: Engine; readonly parquet: ReadonlySet<string> }> {
  const parquet = new Set<string>();
  for (const file of files) if (await isParquet(file)) parquet.add(file);
  const [first] = parquet;
  if (wanted === 'stream' && first !== undefined) {
    throw new InputError(
      `${first} is a Parquet file, which only DuckDB reads; export it as JSONL or CSV, or have it read by DuckDB`,
    );
  }
  if (wanted === 'duckdb' || first !== undefined) {
    await checkInstalled(first ?? (files[0] as string));
    return { engine: 'duckdb', parquet };
  }
  const isLarge = wanted === 'auto' && (await bytesOf(files)) > LARGE_BYTES;
  return { engine: isLarge && (await hasDuckDB()) ? 'duckdb' : 'stream', parquet };
}

/** The size of all files together. What has no size, as a pipe, counts as empty. */
async function bytesOf(files: readonly string[]): Promise<number> {
  let total = 0;
  for (const file of files) {
    total += await stat(file).then(
      ({ size }) => size,
      () => 0,
    );
  }
  return total;
}
