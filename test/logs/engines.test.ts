import { execFileSync } from 'node:child_process';
import { open, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkInstalled, Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import { engineFor, LARGE_BYTES } from '../../src/logs/engine.ts';
import { type LoggedPrompt, type LogOptions, openLog } from '../../src/logs/log.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines, type ReadLog, readLog, readSources, refusal, shown } from './read.ts';

const HAS_DUCKDB = await hasDuckDB();

describe('where DuckDB is not installed', () => {
  it('the message says which file needs it and how to install it', async () => {
    const missing = (): Promise<never> => Promise.reject(new Error('not found'));
    await expect(checkInstalled('a.parquet', missing)).rejects.toThrow(
      new InputError('a.parquet needs DuckDB, which is not installed; npm install @duckdb/node-api installs it'),
    );
  });
});

/** A log as plain values, without the folder. */
function plain({ prompts, summary }: Omit<ReadLog, 'folder'>, folder: string): unknown {
  const exact = ({ groups, place, ...prompt }: LoggedPrompt): unknown => ({
    ...prompt,
    place: place.replace(folder, ''),
    groups: groups.map(({ reward, probability, ...group }) => [String(reward), String(probability), group]),
  });
  const { engine: _, files: __, ...rest } = summary;
  return { prompts: prompts.map(exact), ...rest, problems: rest.problems.map(({ kind, rows }) => [kind, rows]) };
}

async function byBoth(files: Record<string, string>, options: Partial<LogOptions>): Promise<[unknown, unknown]> {
  const read = async (engine: 'stream' | 'duckdb'): Promise<unknown> => {
    const log = await readLog(files, { ...options, engine });
    expect(log.summary.engine).toBe(engine);
    return plain(log, log.folder);
  };
  return [await read('stream'), await read('duckdb')];
}

const rewards = fc.constantFrom(
  '1',
  '1.0',
  '"1e0"',
  'true',
  '0.1',
  '"1/3"',
  '9007199254740993',
  '9007199254740992',
  '-1e-30',
  'NaN',
);
const logprobs = fc.constantFrom('-1', '-0.1', '-1e-300', '"-1.0"', 'null', '0', '-0.0', '0.5');
const texts = fc.constantFrom(
  '',
  'a',
  'b',
  '\u0000',
  '\ud800',
  '\ufffd',
  'é',
  'e\u0301',
  'it\'s "x"',
  'x'.repeat(50),
  `${'x'.repeat(49)}y`,
);
const rows = fc.record({
  prompt: fc.constantFrom('', '\ud800', '\ufffd'),
  response: texts,
  reward: rewards,
  logprob: logprobs,
  probability: fc.constantFrom('0.5', '"1/2"', '0', 'null'),
});

describe.runIf(HAS_DUCKDB)('both engines give the same prompts', () => {
  it.each([
    ['rewards', ['reward']],
    ['responses', ['response', 'reward']],
    ['log-probabilities', ['response', 'reward', 'logprob']],
    ['probabilities of responses', ['response', 'reward', 'logprob', 'probability']],
    ['probabilities of outcomes', ['reward', 'probability']],
  ] as const)('of logs of %s', async (_, fields) => {
    const line = (row: Record<string, string>): string =>
      `{"prompt": ${JSON.stringify(row.prompt)}, ${fields.map((f) => `"${f}": ${f === 'response' ? JSON.stringify(row[f]) : row[f]}`)}}\n`;
    const good = `{"prompt": "good", ${fields.map((field) => `"${field}": 0`)}}\n`;
    const rule = fc.constantFrom('first', 'mean');
    await fc.assert(
      fc.asyncProperty(
        fc.array(rows, { maxLength: 60, size: 'max' }),
        fc.array(rows, { maxLength: 20, size: 'max' }),
        rule,
        async (a, b, how) => {
          const files = { 'a.jsonl': good + a.map(line).join(''), 'b.jsonl': good + b.map(line).join('') };
          const [stream, duckdb] = await byBoth(files, { onBadRow: 'skip', duplicateReward: how as 'first' | 'mean' });
          expect(duckdb).toEqual(stream);
        },
      ),
      { seed: 7, numRuns: 8 },
    );
  });
});

/** Writes a Parquet file from a query. */
async function parquetFile(sql: string, name = 'a.parquet'): Promise<string> {
  const file = join(await temporaryFolder(), name);
  const database = await Database.open();
  await database.run(`COPY (${sql}) TO ${literal(file)} (FORMAT parquet)`).finally(() => database.close());
  return file;
}

describe.runIf(HAS_DUCKDB)('Parquet is read', () => {
  it.each([
    ['integers beyond doubles', '9007199254740993::BIGINT', '9007199254740993 x1'],
    ['decimals', '0.10::DECIMAL(5,2)', '1/10 x1'],
    ['doubles as they are printed', '0.1::DOUBLE', '1/10 x1'],
    ['floats as they are printed', '0.1::FLOAT', '1/10 x1'],
    ['large doubles', '1e300::DOUBLE', `${10n ** 300n} x1`],
    ['flags', 'true', '1 x1'],
    ['texts', `'1/3'`, '1/3 x1'],
    ['lists', '[1.5, 2]', '3/2 x1, 2 x1'],
    ['lists of flags', '[true, false, true]', '0 x1, 1 x2'],
  ])('with rewards that are %s', async (_, reward, expected) => {
    const file = await parquetFile(`SELECT 'p' AS prompt, ${reward} AS reward`);
    const { prompts, summary } = await readSources([file]);
    expect([shown(prompts), summary.engine]).toEqual([{ p: expected }, 'duckdb']);
  });

  it('by rows, which are counted from 1', async () => {
    const file = await parquetFile(`SELECT i % 2 AS prompt, i AS response, i // 2 AS reward FROM range(6) t(i)`);
    const { prompts } = await readSources([file]);
    expect(prompts.map(({ place }) => place)).toEqual([`${file}: row 1`, `${file}: row 2`]);
    expect(shown(prompts)).toEqual({ 0: '0 x1, 1 x1, 2 x1', 1: '0 x1, 1 x1, 2 x1' });
  });

  it('with equal rows counted, bad ones too', async () => {
    const reward = `CASE WHEN i < 10 THEN 'nan'::DOUBLE ELSE i % 2 END`;
    const file = await parquetFile(`SELECT 'p' || i % 5 AS prompt, ${reward} AS reward FROM range(10000) t(i)`);
    const { prompts, summary } = await readSources([file], { onBadRow: 'skip' });
    expect(prompts.map(({ prompt }) => prompt)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
    expect([summary.rows, summary.samples, summary.problems]).toEqual([
      10_000,
      9990,
      [{ kind: 'NaN', rows: 10, first: `${file}: row 1` }],
    ]);
  });

  it('with equal rows kept apart where each is an outcome, and multiplied by their counts', async () => {
    const outcomes = await parquetFile(`SELECT 'p' AS prompt, 1 AS reward, '1/2' AS probability FROM range(2)`);
    expect(shown((await readSources([outcomes])).prompts)).toEqual({ p: '1 p 1/2 x1, 1 p 1/2 x1' });
    const counts = await parquetFile(`SELECT 'p' AS prompt, 1 AS reward, 3 AS count FROM range(2)`);
    expect(shown((await readSources([counts])).prompts)).toEqual({ p: '1 x6' });
  });

  it('with messages, records and lists of lists', async () => {
    const file = await parquetFile(
      `SELECT [{'role': 'user', 'content': 'q'}] AS prompt, ['a', 'b'] AS responses, {'score': [0.5, 1]} AS metadata, [[-1, -0.5], [-2]] AS logprobs`,
    );
    const map = new Map([
      ['reward', 'metadata.score'],
      ['logprob', 'sum(logprobs)'],
    ] as const);
    expect(shown((await readSources([file], { map })).prompts)).toEqual({
      '[{"content":"q","role":"user"}]': '1/2 log p -1.5 x1, 1 log p -2 x1',
    });
  });

  it('together with JSON lines, whatever its name', async () => {
    const file = await parquetFile(`SELECT 'p' AS prompt, 1 AS reward`, 'part[0]');
    const { folder } = await readLog({ 'b.jsonl': jsonLines({ prompt: 'p', reward: 2 }) });
    expect(shown((await readSources([file, join(folder, 'b.jsonl')])).prompts)).toEqual({ p: '1 x1, 2 x1' });
  });

  it('in the layout of a program', async () => {
    const file = await parquetFile(
      `SELECT i AS step, 'p' AS prompt, 'a' AS completion, 1.0 AS r, 0.5 AS advantage FROM range(2) t(i)`,
    );
    await expect(readSources([file])).rejects.toThrow(
      /a\.parquet: row 2: step: it is 1, and was 0 before; the policy changes/,
    );
  });

  it('not by the other engine', async () => {
    const file = await parquetFile('SELECT 1 AS prompt, 1 AS reward');
    await expect(readSources([file], { engine: 'stream' })).rejects.toThrow(
      `${file} is a Parquet file, which only DuckDB reads; `,
    );
  });

  it('unless it is damaged or missing', async () => {
    expect(await refusal({ 'a.parquet': 'PAR1' })).toMatch(/^cannot read a\.parquet: /);
    await expect(readSources(['none.parquet'])).rejects.toThrow(
      'cannot read none.parquet: there is no such file or folder',
    );
  });
});

describe.runIf(HAS_DUCKDB)('DuckDB', () => {
  it('leaves no files, whether a log is read, refused or not read to its end', async () => {
    const files = { 'a.jsonl': jsonLines({ prompt: 'p', reward: 1 }, { prompt: 'q', reward: 1 }) };
    const { folder } = await readLog(files);
    const temporary = await temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const source = join(folder, 'a.jsonl');
    const options = { onBadRow: 'error', duplicateReward: 'error', engine: 'duckdb' } as const;
    await readSources([source], options);
    await expect(readSources([source, join(folder, 'none')], options)).rejects.toThrow(InputError);
    const log = await openLog([source], options);
    for await (const { prompt } of log.prompts) {
      expect([prompt, await readdir(temporary)]).toEqual(['p', [expect.stringMatching(/^bonafide-duckdb-/)]]);
      break;
    }
    expect(await readdir(temporary)).toEqual([]);
  });

  it('is interrupted', async () => {
    const database = await Database.open(AbortSignal.timeout(50));
    const endless = 'SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE (a.range * b.range) % 7 = 3';
    const read = async (): Promise<void> => {
      for await (const _ of database.rows(endless)) break;
    };
    await expect(read().finally(() => database.close())).rejects.toThrow(/aborted due to timeout/);
  });
});

describe('the engine for a log', () => {
  it.each([
    [LARGE_BYTES, 'stream'],
    [LARGE_BYTES + 1, HAS_DUCKDB ? 'duckdb' : 'stream'],
  ] as const)('of %i bytes is the one that suits it', async (size, expected) => {
    const file = join(await temporaryFolder(), 'a.jsonl');
    await writeFile(file, '');
    await truncate(file, size);
    expect((await engineFor([file], 'auto')).engine).toBe(expected);
    expect((await engineFor([file], 'stream')).engine).toBe('stream');
  });
});

describe('a log is no longer read', () => {
  it('while its prompts are handed out', async () => {
    const { folder } = await readLog({
      'a.jsonl': jsonLines(...[...Array(600).keys()].map((prompt) => ({ prompt, reward: 1 }))),
    });
    const abort = new AbortController();
    const log = await openLog([join(folder, 'a.jsonl')], {
      onBadRow: 'error',
      duplicateReward: 'error',
      signal: abort.signal,
    });
    const read = async (): Promise<void> => {
      for await (const _ of log.prompts) abort.abort();
    };
    await expect(read()).rejects.toThrow(/aborted/);
  });

  it('from a pipe into which nothing is written', async () => {
    const pipe = join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = await open(pipe, 'r+');
    try {
      await expect(readSources([pipe], { signal: AbortSignal.timeout(50) })).rejects.toThrow(/abort/);
    } finally {
      await writer.close();
    }
  });

  it.each(HAS_DUCKDB ? (['stream', 'duckdb'] as const) : (['stream'] as const))(
    'by %s after an abort',
    async (engine) => {
      const { folder } = await readLog({ 'a.jsonl': jsonLines({ prompt: 'p', reward: 1 }) });
      const reading = readSources([join(folder, 'a.jsonl')], { engine, signal: AbortSignal.abort() });
      await expect(reading).rejects.toThrow(/aborted/);
    },
  );
});
