import type { Appender, Database } from './duckdb.ts';
import type { Log, LoggedPrompt } from './log.ts';
import { checkText, writeParquet } from './write-parquet.ts';

/**
 * Writes the groups of a log as Parquet: `prompt`, `level` (the place of the reward among those of its prompt, from 0), `reward` as
 * an exact text, `count` and, where the log has them, `response` (a number within its prompt), `logprob` and `probability`. Read by
 * `openLog`, the file has the same groups. It is written completely or not at all.
 * @throws InputError where DuckDB is not installed, the log is refused, or the file cannot be written.
 */
export async function writeAggregate(log: Log, file: string, signal?: AbortSignal): Promise<void> {
  await writeParquet(file, (database) => stored(log, database), signal);
}

/** The columns of the table of groups, and those that hold something in every log. */
const COLUMNS = ['prompt', 'level', 'reward', 'response', 'logprob', 'probability', 'count'] as const;
const TYPES = ['VARCHAR', 'BIGINT', 'VARCHAR', 'BIGINT', 'DOUBLE', 'VARCHAR', 'BIGINT', 'BIGINT'] as const;

/** Stores the groups. @returns the query of the columns that this log has. */
async function stored({ prompts }: Log, database: Database): Promise<string> {
  const groups = await database.appender('groups', TYPES);
  const has = { reward: false, logprob: false, probability: false };
  let order = 0n;
  for await (const prompt of prompts) {
    order = addPrompt(groups, prompt, order);
    has.reward ||= prompt.groups.some(({ reward }) => reward !== null);
    has.logprob ||= prompt.groups.some(({ logProbability }) => logProbability !== null);
    has.probability ||= prompt.groups.some(({ probability }) => probability !== null);
  }
  groups.end();
  const shown = { ...has, response: has.logprob || has.probability, prompt: true, level: true, count: true };
  const columns = COLUMNS.flatMap((name, at) => (shown[name] ? [`c${at} AS ${name}`] : []));
  return `SELECT ${columns.join()} FROM groups ORDER BY c${COLUMNS.length}`;
}

function addPrompt(table: Appender, { prompt, groups, place }: LoggedPrompt, first: bigint): bigint {
  checkText(prompt, place);
  let order = first;
  let level = -1n;
  let before: string | null = null;
  for (const { reward, logProbability, probability, count } of groups) {
    const [text, chance] = [reward, probability].map((number) => (number === null ? null : String(number)));
    if (level < 0n || text !== before) level += 1n;
    before = text ?? null;
    table.add([prompt, level, before, order - first, logProbability, chance ?? null, BigInt(count), order]);
    order += 1n;
  }
  return order;
}
