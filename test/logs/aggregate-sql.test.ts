import { join } from 'node:path';
import { init, isInitialized, type Dialect as Parsed, parse, transpile } from '@polyglot-sql/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AggregateOptions, aggregateSql, DIALECTS } from '../../src/logs/aggregate-sql.ts';
import { Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import type { LoggedPrompt } from '../../src/logs/log.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { readSources, shown } from './read.ts';
import { fileOf, ROWS, WITH, WITHOUT } from './some-log.ts';

const HAS_DUCKDB = await hasDuckDB();

const inOrder = (prompts: readonly LoggedPrompt[]): unknown =>
  shown([...prompts].sort((a, b) => (a.prompt < b.prompt ? -1 : 1)));

const COLUMNS: AggregateOptions = { from: 'log', prompt: 'id', response: 'answer', reward: 'score' };

describe('the query that aggregates a log', () => {
  beforeAll(async () => {
    if (!isInitialized()) await init();
  });

  it.each(DIALECTS)('is one of %s', (dialect) => {
    for (const options of [COLUMNS, { ...COLUMNS, logprob: 'log p' }]) {
      expect(parse(aggregateSql(dialect, options), dialect as Parsed)).toMatchObject({ success: true });
    }
  });

  it('casts everything to text', () => {
    expect(aggregateSql('spark', { ...COLUMNS, logprob: 'log p' })).toBe(
      [
        'SELECT',
        '  CAST(`id` AS STRING) AS `prompt`,',
        '  sha2(CAST(`answer` AS STRING), 256) AS `response`,',
        '  CAST(`score` AS STRING) AS `reward`,',
        '  CAST(`log p` AS STRING) AS `logprob`,',
        '  COUNT(*) AS `count`',
        'FROM log',
        'GROUP BY 1, 2, 3, 4',
        'ORDER BY 1, 2, 3, 4',
      ].join('\n'),
    );
  });

  it.each(['a"b', 'a`b', 'a\\b', 'a\nb', ''])('refuses the name %j', (prompt) => {
    expect(() => aggregateSql('duckdb', { ...COLUMNS, prompt })).toThrow(InputError);
  });

  it('needs responses for log-probabilities', () => {
    const { response: _, ...columns } = COLUMNS;
    expect(() => aggregateSql('duckdb', { ...columns, logprob: 'l' })).toThrow(/need a column of responses/);
  });

  it.runIf(HAS_DUCKDB).each(DIALECTS)('gives the same groups as the log, by DuckDB, from %s', async (dialect) => {
    const source = await fileOf('a.jsonl', [...ROWS, { id: 'bad', answer: 'x', score: null, log_p: -1 }]);
    for (const [columns, options] of [
      [WITHOUT, COLUMNS],
      [WITH, { ...COLUMNS, logprob: 'log_p' }],
    ] as const) {
      const aggregated = join(await temporaryFolder(), 'groups.parquet');
      const { sql } = transpile(aggregateSql(dialect, options), dialect as Parsed, 'duckdb' as Parsed) as {
        sql?: readonly string[];
      };
      const database = await Database.open();
      await database.run('CREATE MACRO sha2(text, bits) AS sha256(text)');
      await database.run(`CREATE TABLE log AS SELECT * FROM read_json(${literal(source)})`);
      await database
        .run(`COPY (${sql?.[0]}) TO ${literal(aggregated)} (FORMAT parquet)`)
        .finally(() => database.close());
      const [before, after] = [
        await readSources([source], { map: columns, onBadRow: 'skip' }),
        await readSources([aggregated], { onBadRow: 'skip' }),
      ];
      expect(inOrder(after.prompts)).toEqual(inOrder(before.prompts));
      expect(after.summary.problems.map(({ kind, rows }) => [kind, rows])).toEqual([['missing reward', 1]]);
    }
  });
});
