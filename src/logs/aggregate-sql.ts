import { InputError } from '../policy/errors.ts';

export const DIALECTS = ['duckdb', 'spark', 'bigquery'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** The table of a log, and its columns. */
export interface AggregateOptions {
  /** The table as SQL: a name, or in DuckDB also `read_parquet('logs/*.parquet')`. It is not changed. */
  readonly from: string;
  readonly prompt: string;
  readonly reward: string;
  /** Needed with log-probabilities. Otherwise it only tells a response with several rewards. */
  readonly response?: string;
  readonly logprob?: string;
}

interface Words {
  readonly text: string;
  readonly quote: string;
  /** A key of a text, the same for the same text. */
  readonly key: (text: string) => string;
}

const WORDS: Record<Dialect, Words> = {
  duckdb: { text: 'VARCHAR', quote: '"', key: (text) => `sha256(${text})` },
  spark: { text: 'STRING', quote: '`', key: (text) => `sha2(${text}, 256)` },
  bigquery: { text: 'STRING', quote: '`', key: (text) => `TO_HEX(SHA256(${text}))` },
};

/**
 * A query that counts equal samples where a log lives. Its result, saved as CSV or Parquet, is a log with a column of counts: `openLog`
 * gives the same groups for it. Rewards are texts, so that none is rounded, and responses are short keys. Rows without a prompt or
 * reward are kept, so that they are counted as bad ones.
 * @throws InputError for a name of a column that cannot be quoted, and for log-probabilities without responses.
 */
export function aggregateSql(dialect: Dialect, { from, prompt, reward, response, logprob }: AggregateOptions): string {
  if (logprob !== undefined && response === undefined) {
    throw new InputError(
      'log-probabilities need a column of responses, since samples of one response share its probability',
    );
  }
  const { text, key, quote } = WORDS[dialect];
  const cast = (column: string): string => `CAST(${quoted(column, quote)} AS ${text})`;
  const values: [string, string][] = [['prompt', cast(prompt)]];
  if (response !== undefined) values.push(['response', key(cast(response))]);
  values.push(['reward', cast(reward)]);
  if (logprob !== undefined) values.push(['logprob', cast(logprob)]);
  const columns = values.map(([name, value]) => `  ${value} AS ${quoted(name, quote)},`);
  const places = values.map((_, at) => at + 1).join(', ');
  return [
    'SELECT',
    ...columns,
    `  COUNT(*) AS ${quoted('count', quote)}`,
    `FROM ${from}`,
    `GROUP BY ${places}`,
    `ORDER BY ${places}`,
  ].join('\n');
}

/** Quotes of a name are written differently in each dialect, so a name has none. */
function quoted(name: string, quote: string): string {
  if (/^[^"`\\\p{Cc}]+$/u.test(name)) return `${quote}${name}${quote}`;
  throw new InputError(`the column ${JSON.stringify(name)} cannot be named in SQL; rename it`);
}
