import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/cli/interrupted.ts';
import { type Policies, readPolicies } from '../../src/cli/read-policies.ts';
import { Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import { parseMap } from '../../src/logs/fields.ts';
import type { LogOptions } from '../../src/logs/log.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';

const HAS_DUCKDB = await hasDuckDB();
const STRICT: LogOptions = { onBadRow: 'error', duplicateReward: 'error' };
const GO = new AbortController().signal;

/** Reads a log whose files are written to a folder first; a name with a star is a pattern. */
async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LogOptions> = {},
  pattern?: string,
): Promise<Policies> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const sources = pattern === undefined ? Object.keys(files) : [pattern];
  return readPolicies(
    sources.map((name) => join(folder, name)),
    { ...STRICT, ...options },
    GO,
  );
}

const shown = ({ prompts }: Policies): unknown =>
  prompts.map(({ policy: { weights, ranks }, samples }) => ({ weights, ranks, samples }));

const ROWS = [
  { prompt: 'p', response: 'a', reward: 1 },
  { prompt: 'p', response: 'b', reward: 1 },
  { prompt: 'q', response: 'a', reward: 0.5 },
  { prompt: 'p', response: 'c', reward: 0 },
  { prompt: 'p', response: 'c', reward: 0 },
  { prompt: 'q', response: 'b', reward: -2 },
];
const EXPECTED = [
  { weights: [2n, 1n, 1n], ranks: [0, 1, 1], samples: 4 },
  { weights: [1n, 1n], ranks: [0, 1], samples: 2 },
];

const CSV = `task;text;metric\n${ROWS.map(({ prompt, response, reward }) => `${prompt};${response};${reward}`).join('\n')}`;
const VERL = ROWS.map(({ prompt, response, reward }) => ({ input: prompt, output: response, score: reward }));
const COUNTED = ROWS.filter((_, at) => at !== 3).map((row) => ({ ...row, count: row.response === 'c' ? 2 : 1 }));
const LOGPROBS = ROWS.map((row, at) => ({ ...row, logprob: at % 2 === 0 ? [-1, 'none'] : at }));
const [START, END] = [ROWS.slice(0, 2), ROWS.slice(2)];

describe('one policy for each prompt is read from', () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array>>, Partial<LogOptions>, string?]>([
    ['JSON lines', { 'a.jsonl': jsonLines(...ROWS) }, {}],
    ['packed CSV', { 'a.csv.gz': gzipSync(CSV) }, { map: parseMap('prompt=task,response=text,reward=metric') }],
    ['a list', { 'a.json': JSON.stringify(ROWS, null, 2) }, {}],
    ['a program’s layout', { 'a.json': JSON.stringify(VERL) }, { layout: 'verl' }],
    ['several files', { 'a.jsonl': jsonLines(...START), 'b.json': JSON.stringify(END) }, {}],
    ['a pattern', { '1.jsonl': jsonLines(...START), '2.jsonl': jsonLines(...END) }, {}, '*.jsonl'],
    ['counts', { 'a.jsonl': jsonLines(...COUNTED) }, {}],
    ['rows with log-probabilities, which are not read', { 'a.jsonl': jsonLines(...LOGPROBS) }, {}],
    ['good rows beside bad ones', { 'a.jsonl': `7\n${jsonLines(...ROWS)}` }, { onBadRow: 'skip' }],
  ])('%s', async (_, files, options, pattern) => {
    const policies = await read(files, options, pattern);
    expect([policies.kind, shown(policies)]).toEqual(['samples', EXPECTED]);
  });

  it.runIf(HAS_DUCKDB)('Parquet, and by DuckDB', async () => {
    const folder = await temporaryFolder();
    const [from, to] = [join(folder, 'a.jsonl'), join(folder, 'a.parquet')];
    await writeFile(from, jsonLines(...ROWS));
    const database = await Database.open();
    await database.run(`COPY (FROM read_json(${literal(from)})) TO ${literal(to)} (FORMAT parquet)`);
    await database.close();
    expect(shown(await readPolicies([to], STRICT, GO))).toEqual(EXPECTED);
    expect(shown(await readPolicies([from], { ...STRICT, engine: 'duckdb' }, GO))).toEqual(EXPECTED);
  });
});

describe('of all answers with their probabilities', () => {
  const content = 'prompt,response,reward,probability\np,a,1,0.25\np,b,1,1/4\np,c,0,0.5\n';

  it('the policies themselves are read', async () => {
    const policies = await read({ 'a.csv': content });
    expect([policies.kind, shown(policies)]).toEqual([
      'support',
      [{ weights: [2n, 1n, 1n], ranks: [0, 1, 1], samples: 3 }],
    ]);
  });

  it('or the rows are samples, where that is asked for', async () => {
    const policies = await read({ 'a.csv': content }, { map: parseMap('probability=') });
    expect([policies.kind, shown(policies)]).toEqual([
      'samples',
      [{ weights: [1n, 1n, 1n], ranks: [0, 1, 1], samples: 3 }],
    ]);
  });

  it.each([
    [
      'do not sum to 1',
      `${content}q,a,1,0.5\n`,
      /a\.csv:5: the probabilities of the prompt "q" sum to 0\.5, not to 1; /,
    ],
    [
      'are missing from a later prompt',
      `${content}q,a,1,\n`,
      /a\.csv:5: each row of this prompt needs a reward and a /,
    ],
    [
      'come late',
      'prompt,reward,probability\np,1,\nq,1,1\n',
      /a\.csv:3: this prompt has a probability, and rows before /,
    ],
  ])('those that %s are refused', async (_, text, message) => {
    const reading = read({ 'a.csv': text });
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(InputError);
  });
});

describe('reading policies', () => {
  it('says what was read', async () => {
    const bad = '{"prompt": "p"\n{"prompt": "p", "response": "x", "reward": NaN}\n{"prompt": "p", "resp\n';
    const { log } = await read({ 'a.jsonl': bad + jsonLines(...ROWS) }, { onBadRow: 'skip' });
    expect(log).toMatchObject({ rows: 9, layout: 'columns', columns: { reward: 'reward', prompt: 'prompt' } });
    expect(log.skipped).toEqual([
      { kind: 'not JSON', rows: 2, first: expect.stringMatching(/a\.jsonl:1$/) },
      { kind: 'NaN', rows: 1, first: expect.stringMatching(/a\.jsonl:2$/) },
    ]);
  });

  it('ends with the signal', async () => {
    await expect(readPolicies(['-'], STRICT, AbortSignal.abort())).rejects.toBeInstanceOf(Interrupted);
  });
});
