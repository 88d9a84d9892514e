import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import { groupedInDatabase } from '../../src/logs/in-database.ts';
import { groupedOutOfCore } from '../../src/logs/out-of-core.ts';
import { openParquet } from '../../src/logs/parquet.ts';
import type { LoggedPrompt } from '../../src/logs/prompt-groups.ts';
import { Reader } from '../../src/logs/reader.ts';
import { peeked } from '../../src/logs/table.ts';
import { textRows } from '../../src/logs/text-rows.ts';
import { temporaryFolder } from '../evidence/folder.ts';

type Read = { readonly rows: number; readonly prompts: readonly unknown[] };

const OPTIONS = { onBadRow: 'error' } as const;
const isParquet = (file: string): boolean => file.endsWith('.parquet');

async function plain(rows: number, prompts: AsyncIterable<LoggedPrompt>): Promise<Read> {
  const all: unknown[] = [];
  for await (const { groups, ...prompt } of prompts) {
    all.push({ ...prompt, groups: groups.map(({ reward, ...group }) => [String(reward), group]) });
  }
  return { rows, prompts: all };
}

async function using<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open();
  return work(database).finally(() => database.close());
}

/** What a database reads, null where it leaves that to the reader of rows. */
function byDatabase(...files: string[]): Promise<Read | null> {
  return using(async (database) => {
    const found = await groupedInDatabase(files, new Set(files.filter(isParquet)), OPTIONS, database);
    return found && plain(found.rows, found.prompts);
  });
}

/** What the reader of rows reads. */
function byRows(...files: string[]): Promise<Read> {
  return using(async (database) => {
    const open = (file: string) => (isParquet(file) ? openParquet(file, database) : peeked(textRows(file)));
    const reader = new Reader(files, open, OPTIONS);
    const { prompts } = await plain(0, groupedOutOfCore(reader.all(), { duplicateReward: 'error' }, database));
    return { rows: reader.rows, prompts };
  });
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

async function parquet(sql: string): Promise<string> {
  const path = join(await temporaryFolder(), 'a.parquet');
  await using((database) => database.run(`COPY (${sql}) TO ${literal(path)} (FORMAT parquet)`));
  return path;
}

const letters = fc.string({ unit: fc.constantFrom('a', '"', '\\', 'é', '😀', "'", ',', '\t', '/'), maxLength: 4 });
const reward = fc.constantFrom('0.1', '1', '1.0', '1e0', '-2.50', '9007199254740993', '9007199254740992', '1E-30');
const rows = fc.array(fc.record({ prompt: letters, response: letters, reward, extra: letters }), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});

/** The rows without responses of several rewards. */
function consistent<T extends { readonly prompt: string; readonly response: string }>(all: readonly T[]): T[] {
  const keyOf = ({ prompt, response }: T): string => JSON.stringify([prompt, response]);
  const first = new Map<string, T>();
  for (const row of all) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return all.map((row) => first.get(keyOf(row)) as T);
}

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const ascii = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe.runIf(await hasDuckDB())('a database reads and groups as the reader of rows does', () => {
  const written = fc.constantFrom(JSON.stringify, ascii);
  it.each([
    [
      'JSON lines',
      'a.jsonl',
      '',
      (p: string, r: string, x: string, s: string) =>
        `{"prompt": ${p}, "extra": ${x}, "response":${r},"reward": ${s}}\n`,
    ],
    [
      'separated values',
      'a.csv',
      'prompt,extra,response,reward\n',
      (p: string, r: string, x: string, s: string) =>
        `${[p, x, r].map((text) => quoted(JSON.parse(text))).join()},${s}\n`,
    ],
  ] as const)('%s', async (_, name, header, line) => {
    await fc.assert(
      fc.asyncProperty(rows, written, async (all, write) => {
        const text = consistent(all).map((row) =>
          line(write(row.prompt), write(row.response), write(row.extra), row.reward),
        );
        const path = await file(name, header + text.join(''));
        expect(await byDatabase(path)).toEqual(await byRows(path));
      }),
      { seed: 5, numRuns: 12 },
    );
  });

  it.each([
    ['doubles', '(i % 7) / 7'],
    ['floats', '(0.1 * (i % 7))::FLOAT'],
    ['decimals', '(0.25 * (i % 7))::DECIMAL(9, 4)'],
    ['large numbers', '9007199254740990 + i % 7'],
    ['flags', 'i % 7 > 3'],
    ['texts', `'1e' || i % 7`],
  ])('Parquet with rewards that are %s, in several files', async (_, value) => {
    const query = `SELECT i % 5 AS prompt, 'r' || i % 35 AS response, ${value} AS reward FROM range(3000) t(i)`;
    const files = [await parquet(query), await parquet(query)];
    const read = await byDatabase(...files);
    expect(read?.rows).toBe(6000);
    expect(read).toEqual(await byRows(...files));
  });
});

const GOOD = '{"prompt": "p", "response": "a", "reward": 1}\n';

describe.runIf(await hasDuckDB())('a database leaves to the reader of rows', () => {
  it.each([
    ['a reward that is no number', '{"prompt": "p", "response": "b", "reward": NaN}\n'],
    ['a missing field', '{"prompt": "p", "reward": 1}\n'],
    ['a field that is given twice', '{"prompt": "p", "prompt": "q", "response": "b", "reward": 1}\n'],
    ['another column', '{"prompt": "p", "response": "b", "reward": 1, "logprob": -1}\n'],
    ['several rewards of a response', '{"prompt": "p", "response": "a", "reward": 2}\n'],
    ['the same response in other letters', '{"prompt": "p", "response": "\\u0061", "reward": 2}\n'],
    ['half a surrogate pair', '{"prompt": "\\ud800", "response": "b", "reward": 1}\n'],
    ['a zero character', '{"prompt": "\\u0000", "response": "b", "reward": 1}\n'],
    ['a line without text', `\n${GOOD}`],
    ['a carriage return', `${GOOD.trim()}\r${GOOD}`],
    ['a number of many digits', `{"prompt": "p", "response": "b", "reward": ${'1'.repeat(400)}}\n`],
    ['a line of more than a mebibyte', `{"prompt": "p", "response": "${'b'.repeat(2 ** 21)}", "reward": 1}\n`],
    ['a line that is cut off', '{"prompt": "p", "response": "b", "rew'],
  ])('JSON lines with %s', async (_, line) => {
    expect(await byDatabase(await file('a.jsonl', GOOD))).toMatchObject({ rows: 1 });
    expect(await byDatabase(await file('a.jsonl', GOOD + line))).toBeNull();
  });

  it.each([
    ['more values', 'p,a,1,2\n'],
    ['a quote within a value', 'p,a"b,1\n'],
    ['a value over two lines', 'p,"a\nb",1\n'],
    ['a separator of ours', 'p,a,1\u00012\n'],
    ['a missing reward', 'p,a,\n'],
  ])('separated values with %s', async (_, line) => {
    expect(await byDatabase(await file('a.csv', `prompt,response,reward\n${line}`))).toBeNull();
  });

  it.each([
    ['bytes that are not UTF-8', [0xff]],
    ['surrogates in UTF-8', [0xed, 0xa0, 0x80]],
  ])('%s', async (_, bytes) => {
    const start = Buffer.from(`${GOOD}{"prompt": "`);
    const end = Buffer.from('", "response": "b", "reward": 1}\n');
    expect(await byDatabase(await file('a.jsonl', Buffer.concat([start, Buffer.from(bytes), end])))).toBeNull();
  });

  it.each([
    ['lists', `SELECT 1 AS prompt, ['a', 'b'] AS response, [1, 2] AS reward`],
    ['a reward that is not finite', `SELECT 1 AS prompt, 'a' AS response, 'nan'::DOUBLE AS reward`],
    ['a missing response', 'SELECT 1 AS prompt, NULL::VARCHAR AS response, 1 AS reward'],
    ['log-probabilities', `SELECT 1 AS prompt, 'a' AS response, 1 AS reward, -1 AS logprob`],
    ['no rows', `SELECT 1 AS prompt, 1 AS reward WHERE false`],
  ])('Parquet with %s', async (_, sql) => {
    expect(await byDatabase(await parquet(sql))).toBeNull();
  });

  it('leaves responses that are kept apart to the reader of rows', async () => {
    const path = await file('a.jsonl', '{"prompt": "p", "response": "r", "reward": 1}\n'.repeat(3));
    const read = (areApart: boolean) =>
      using(
        async (database) => (await groupedInDatabase([path], new Set(), { ...OPTIONS, areApart }, database)) !== null,
      );
    expect([await read(false), await read(true)]).toEqual([true, false]);
  });
});
