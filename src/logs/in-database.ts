import { type Database, NoSpace } from './duckdb.ts';
import { rewardOf } from './numbers.ts';
import { Place } from './place.ts';
import { type PlainRows, plainParquet } from './plain-rows.ts';
import { plainText } from './plain-text.ts';
import { type Grouping, type LoggedPrompt, PromptGroups } from './prompt-groups.ts';
import { type ReaderOptions, shown } from './reader.ts';
import type { Recognised } from './recognise.ts';

/** A log that a database has read: all its rows are samples. */
export interface Grouped {
  readonly recognised: Recognised;
  readonly rows: number;
  readonly prompts: AsyncIterable<LoggedPrompt>;
}

/** Places are numbers: the file, and the line or row within it. */
const PLACES = 2 ** 40;

/**
 * Has a database read and group files, as `groupedOutOfCore` does, many times faster. Null where a row is not plain, or a response has
 * several rewards, however they are written; then nothing is lost but time.
 */
export async function groupedInDatabase(
  files: readonly string[],
  parquet: ReadonlySet<string>,
  options: ReaderOptions & Pick<Grouping, 'areApart'> & { readonly signal?: AbortSignal | undefined },
  database: Database,
): Promise<Grouped | null> {
  // The database counts rewards, not responses.
  if (options.areApart) return null;
  try {
    const sources: PlainRows[] = [];
    for (const file of files) {
      const source = parquet.has(file)
        ? await plainParquet(file, options, database)
        : await plainText(file, options, options.signal);
      if (!source) return null;
      sources.push(source);
    }
    const [recognised, ...others] = sources.map((source) => source.recognised);
    if (!recognised || others.some((other) => shown(other) !== shown(recognised))) return null;
    const rows = await taken(sources, parquet.size < files.length ? 'TABLE' : 'VIEW', database);
    if (rows === null) return null;
    const placeOf = (at: number): Place => {
      const file = files[Math.floor(at / PLACES)] as string;
      return new Place(file, at % PLACES, parquet.has(file) ? 'row' : 'line');
    };
    return { recognised, rows, prompts: promptsOf(database, placeOf, options.signal) };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof NoSpace) throw error;
    // Whatever else is wrong, the reader of rows says it best.
    return null;
  }
}

/** Takes the rows into a database. @returns how many there are, null where they have to be looked at. */
async function taken(
  sources: readonly PlainRows[],
  kind: 'TABLE' | 'VIEW',
  database: Database,
): Promise<number | null> {
  const all = sources
    .map(({ sql }, file) => `SELECT *, number + ${file * PLACES} AS place FROM (${sql})`)
    .join(' UNION ALL ');
  // 64 bits of a hash stand for a text. Prompts of equal hashes are noticed, and responses of equal hashes only seem to be the same.
  const keys = 'hash(prompt) AS key, hash(prompt, response) AS answer';
  await database.run(`CREATE ${kind} plain AS SELECT prompt, ${keys}, reward, place FROM (${all})`);
  const [rows] = await only(database, 'SELECT count(*), max(reward) FROM plain');
  if (Number(rows) === 0) return null;
  await database.run('CREATE TABLE heads AS SELECT prompt, key, min(place) AS first FROM plain GROUP BY prompt, key');
  const [prompts, keysOfPrompts] = await only(database, 'SELECT count(*), count(DISTINCT key) FROM heads');
  if (prompts !== keysOfPrompts) return null;
  if (sources.every(({ recognised }) => !recognised.paths.has('response'))) return Number(rows);
  const differing = 'SELECT answer FROM plain GROUP BY answer HAVING min(reward) <> max(reward)';
  const [several] = await only(database, `SELECT count(*) FROM (${differing})`);
  return Number(several) === 0 ? Number(rows) : null;
}

async function only(database: Database, sql: string): Promise<readonly unknown[]> {
  for await (const [row] of database.batches(sql)) if (row) return row;
  throw new Error('a query without a row');
}

const LEVELS = `SELECT first, reward, times
  FROM (SELECT key, reward, count(*) AS times FROM plain GROUP BY key, reward) JOIN heads USING (key) ORDER BY first`;

async function* promptsOf(
  database: Database,
  placeOf: (at: number) => Place,
  signal: AbortSignal | undefined,
): AsyncGenerator<LoggedPrompt> {
  const prompts = database.rows('SELECT prompt FROM heads ORDER BY first');
  let groups: PromptGroups | null = null;
  let current: unknown = null;
  for await (const levels of database.batches(LEVELS)) {
    for (const [first, reward, times] of levels) {
      const place = placeOf(Number(first));
      if (groups === null || first !== current) {
        if (groups) yield await groups.finish();
        const [prompt] = (await prompts.next()).value as [string];
        // Responses do not matter any more, nor does how to treat several rewards of one.
        groups = new PromptGroups(prompt, String(place), { duplicateReward: 'error', signal });
        current = first;
      }
      groups.add({
        prompt: '',
        response: null,
        reward: rewardOf(reward, 'reward'),
        logProbability: null,
        probability: null,
        count: Number(times),
        place,
      });
    }
  }
  if (groups) yield await groups.finish();
}
