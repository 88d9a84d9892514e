import { type Database, identifier } from './duckdb.ts';
import type { Field } from './fields.ts';
import { openParquet, sourceOf, typesOf } from './parquet.ts';
import type { ReaderOptions } from './reader.ts';
import { type Recognised, recognise } from './recognise.ts';
import type { Fields } from './record.ts';

/** A source each row of which is one sample, as a query for `prompt`, `response` and `reward`, all texts, and `number`, the line or row. */
export interface PlainRows {
  readonly recognised: Recognised;
  readonly sql: string;
}

/** The fields that plain rows may have. Rows with others are read one by one. */
const PLAIN: ReadonlySet<Field> = new Set(['prompt', 'response', 'reward']);

/** What columns mean, null unless each field is a column, and a row is good or bad whatever the others are. */
export function plainly(columns: readonly string[], first: Fields, options: ReaderOptions): Recognised | null {
  const recognised = recognise(columns, first, options);
  const { paths, guards, layout } = recognised;
  const arePlain = [...paths].every(([field, { text, isSum }]) => PLAIN.has(field) && !isSum && columns.includes(text));
  return paths.has('reward') && arePlain && guards.length === 0 && layout !== 'lm-eval' ? recognised : null;
}

/** A reward that is surely read. Longer numbers, larger exponents and fractions are looked at row by row. */
const REWARD = '[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d{1,3})?|true|false';
const MOST_DIGITS = 300;

/** The query that fails at a row that is not plain. */
export function checked({ paths }: Recognised, rows: string): string {
  const present = paths.has('response') ? 'prompt IS NOT NULL AND response IS NOT NULL' : 'prompt IS NOT NULL';
  const isPlain = `${present} AND length(reward) <= ${MOST_DIGITS} AND regexp_full_match(reward, '${REWARD}')`;
  return `SELECT prompt, response, CASE WHEN ${isPlain} THEN reward ELSE error('a row is not plain') END AS reward, number FROM (${rows})`;
}

const TEXT = /^(?:VARCHAR|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\s*\d+\))$/;

/** The rows of a Parquet file, null where a field is no text, number or flag. */
export async function plainParquet(
  file: string,
  options: ReaderOptions,
  database: Database,
): Promise<PlainRows | null> {
  const { columns, first } = await openParquet(file, database);
  const recognised = first && plainly(columns, first, options);
  if (!recognised) return null;
  const types = await typesOf(file, database);
  const values: Partial<Record<Field, string>> = {};
  for (const [field, { text }] of recognised.paths) {
    const type = types.get(text) ?? '';
    if (!TEXT.test(type) && !(field === 'reward' && type === 'BOOLEAN')) return null;
    values[field] = identifier(text);
  }
  const { prompt, response = 'NULL', reward } = values;
  const rows = `SELECT ${prompt}::VARCHAR AS prompt, ${response}::VARCHAR AS response, ${reward}::VARCHAR AS reward, file_row_number + 1 AS number`;
  return { recognised, sql: checked(recognised, `${rows} FROM ${sourceOf(file)}`) };
}
