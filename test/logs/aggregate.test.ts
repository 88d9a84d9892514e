import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAggregate } from '../../src/logs/aggregate.ts';
import { Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import { openLog } from '../../src/logs/log.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { readSources, shown } from './read.ts';
import { fileOf, ROWS, WITH, WITHOUT } from './some-log.ts';

const HAS_DUCKDB = await hasDuckDB();

describe.runIf(HAS_DUCKDB)('a log that is written', () => {
  it.each([
    ['rewards', WITHOUT, ['prompt', 'reward', 'count']],
    ['log-probabilities', WITH, ['prompt', 'response', 'reward', 'logprob', 'count']],
  ] as const)('and read again has the same groups, with %s', async (_, columns, fields) => {
    const source = await fileOf('a.jsonl');
    const file = join(await temporaryFolder(), 'groups.parquet');
    const log = await openLog([source], { onBadRow: 'error', duplicateReward: 'error', map: columns });
    await writeAggregate(log, file);
    const [before, after] = [await readSources([source], { map: columns }), await readSources([file])];
    expect(after.prompts.map(({ prompt }) => prompt)).toEqual(before.prompts.map(({ prompt }) => prompt));
    expect(shown(after.prompts)).toEqual(shown(before.prompts));
    expect([after.summary.samples, [...after.summary.columns.keys()].sort()]).toEqual([60, [...fields].sort()]);
  });

  it('numbers the levels of each prompt', async () => {
    const rows = [
      ['p', 'a', 3],
      ['p', 'b', 3],
      ['p', 'c', -1],
      ['q', 'a', 0],
    ].map(([prompt, response, reward]) => ({ prompt, response, reward, logprob: -1 }));
    const file = join(await temporaryFolder(), 'groups.parquet');
    await writeAggregate(
      await openLog([await fileOf('a.jsonl', rows)], { onBadRow: 'error', duplicateReward: 'error' }),
      file,
    );
    const database = await Database.open();
    const found: unknown[] = [];
    for await (const row of database.rows(`SELECT prompt, level::INT, reward FROM ${literal(file)}`)) found.push(row);
    await database.close();
    expect(found).toEqual([
      ['p', 0, '-1'],
      ['p', 1, '3'],
      ['p', 1, '3'],
      ['q', 0, '0'],
    ]);
  });

  it('keeps probabilities exact, and outcomes that are equal apart', async () => {
    const rows = [1, 2].map(() => ({ prompt: 'p\u0000', reward: 1, probability: '1/3' }));
    const source = await fileOf('a.jsonl', [...rows, { prompt: 'p\u0000', reward: 0, probability: '1/3' }]);
    const file = join(await temporaryFolder(), 'groups.parquet');
    await writeAggregate(await openLog([source], { onBadRow: 'error', duplicateReward: 'error' }), file);
    expect(shown((await readSources([file])).prompts)).toEqual({ 'p\u0000': '0 p 1/3 x1, 1 p 1/3 x1, 1 p 1/3 x1' });
  });

  it.each([
    ['the log is refused', [{ id: 'a' }], 'groups.parquet', /no column is known/],
    [
      'there is no such folder',
      ROWS.slice(0, 1),
      'none/groups.parquet',
      /^cannot write .*: there is no such file or folder$/,
    ],
    [
      'Parquet cannot hold a prompt',
      [{ prompt: '\ud800', reward: 1 }],
      'groups.parquet',
      /:1: the prompt has half a surrogate pair/,
    ],
  ])('is not there where %s', async (_, rows, name, message) => {
    const source = await fileOf('a.jsonl', rows);
    const folder = await temporaryFolder();
    const options = { onBadRow: 'error', duplicateReward: 'error' } as const;
    const isKnown = rows !== ROWS && 'score' in (rows[0] ?? {});
    const log = await openLog([source], isKnown ? { ...options, map: WITHOUT } : options);
    await expect(writeAggregate(log, join(folder, name))).rejects.toThrow(message);
    expect(await readdir(folder)).toEqual([]);
  });
});
