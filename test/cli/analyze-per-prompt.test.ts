import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Database, hasDuckDB, literal } from '../../src/logs/duckdb.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { samplesFile } from '../samples/files.ts';
import { bonafide, refusal } from './bonafide.ts';

const HAS_DUCKDB = await hasDuckDB();
const HOSTILE = '=1+1,"\u001b[31m\u0000\n</script>';

/** Two prompts of six samples. */
const SAMPLES = jsonLines(
  ...Array.from({ length: 12 }, (_, k) => ({ prompt: k < 6 ? HOSTILE : 'q', response: `r${k}`, reward: k % 4 })),
);

const SUPPORT = jsonLines(
  { prompt: 'a', response: 'x', reward: 0, probability: 0.5 },
  { prompt: 'a', response: 'y', reward: 1, probability: 0.25 },
  { prompt: 'a', response: 'z', reward: 1, probability: 0.25 },
  { prompt: 'b', response: 'x', reward: 3, probability: 1 },
);

async function tableOf(log: string, name: string, ...options: string[]): Promise<{ file: string; table: string }> {
  const [file, table] = [await samplesFile('log.jsonl', log), join(await temporaryFolder(), name)];
  expect(await bonafide('analyze', file, ...options, '--per-prompt', table)).toMatchObject({ code: 0, err: '' });
  return { file, table };
}

async function rowsOf(parquet: string, columns = '*'): Promise<unknown[][]> {
  const database = await Database.open();
  try {
    const found: unknown[][] = [];
    for await (const row of database.rows(`SELECT ${columns} FROM ${literal(parquet)}`)) found.push(row);
    return found;
  } finally {
    await database.close();
  }
}

describe('the table of prompts', () => {
  it('has the texts of prompts as they are, apart from what a spreadsheet would run', async () => {
    const { table } = await tableOf(SAMPLES, 'prompts.csv', '--n', '2,8');
    const rows: string[][] = parse(await readFile(table));
    expect(rows.map(([prompt]) => prompt)).toEqual(['prompt', `'${HOSTILE}`, `'${HOSTILE}`, 'q', 'q']);
    expect(rows[2]?.slice(2, 5)).toEqual(['6', '4', '8']);
    expect([rows[2]?.[6], rows[2]?.[10], rows[2]?.[11]]).toEqual(['', '', '']);
  });

  it.runIf(HAS_DUCKDB)('has the same columns and values as Parquet, and the texts unchanged', async () => {
    const { table } = await tableOf(SAMPLES, 'prompts.PARQUET', '--n', '2,8');
    const [names, ...csv] = parse(await readFile((await tableOf(SAMPLES, 'prompts.csv', '--n', '2,8')).table));
    const rows = await rowsOf(table);
    expect(rows.map(([prompt]) => prompt)).toEqual([HOSTILE, HOSTILE, 'q', 'q']);
    const values = rows.map((row) => row.slice(2).map((value) => (value === null ? '' : String(value))));
    expect(values).toEqual(csv.map((row) => row.slice(2)));
    const described = await rowsOf(
      table,
      `(SELECT list(name) FROM parquet_schema(${literal(table)}) WHERE type IS NOT NULL)`,
    );
    expect(described[0]?.[0]).toEqual(names);
    const types = await rowsOf(table, 'typeof(prompt), typeof(samples), typeof(n), typeof(kl_lower)');
    expect(types[0]).toEqual(['VARCHAR', 'BIGINT', 'BIGINT', 'DOUBLE']);
  });

  it('has certified ends where all answers have probabilities', async () => {
    const { file, table } = await tableOf(SUPPORT, 'prompts.csv', '--n', '1,2');
    const rows: Record<string, string>[] = parse(await readFile(table), { columns: true });
    expect(rows.map(({ prompt, place, answers, levels, n }) => [prompt, place, answers, levels, n])).toEqual([
      ['a', `${file}:1`, '3', '2', '1'],
      ['a', `${file}:1`, '3', '2', '2'],
      ['b', `${file}:4`, '1', '1', '1'],
      ['b', `${file}:4`, '1', '1', '2'],
    ]);
    const value = (row: number, column: string): number => Number(rows[row]?.[column]);
    // Levels of masses 1/2 and n = 2: KL = 3/4·log 3 − log 2 and W = 5/8.
    const kl = 0.75 * Math.log(3) - Math.log(2);
    expect(value(1, 'kl_lower')).toBeLessThanOrEqual(kl);
    expect(value(1, 'kl_upper')).toBeGreaterThanOrEqual(kl);
    expect(value(1, 'kl_upper') - value(1, 'kl_lower')).toBeLessThan(1e-12);
    expect(value(1, 'win_rate_lower')).toBeLessThanOrEqual(5 / 8);
    expect(value(1, 'win_rate_upper')).toBeGreaterThanOrEqual(5 / 8);
    expect([1, 3].map((row) => value(row, 'mean_reward'))).toEqual([3 / 4, 3]);
  });

  it('has both estimators of each selected row', async () => {
    const rows = [1, 1, 3].map((i) => ({ prompt: 'p', response: `r${i}`, logprob: Math.log(i / 8) }));
    const file = await samplesFile('log.jsonl', jsonLines(...rows));
    const csv = join(await temporaryFolder(), 'rows.csv');
    const { code, err } = await bonafide('analyze', file, '--n', '2,4', '--selected', '--per-prompt', csv);
    expect([code, err]).toEqual([0, '']);
    const [header, ...lines] = (await readFile(csv, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(header).toEqual(['prompt', 'place', 'logprob', 'rows', 'n', 'formula', 'paper', 'better']);
    expect(lines.map(([, , logprob, rows, n]) => [Math.exp(Number(logprob)).toFixed(3), rows, n])).toEqual([
      ['0.125', '2', '2'],
      ['0.125', '2', '4'],
      ['0.375', '1', '2'],
      ['0.375', '1', '4'],
    ]);
    for (const [, , , , n, formula, paper, better] of lines) {
      expect(Number(formula)).toBeCloseTo(Math.log(Number(n)) - 1 + 1 / Number(n), 12);
      expect(Number(better)).toBeLessThan(Number(paper));
      expect(Number(paper)).toBeLessThan(Number(formula));
    }
  });

  it('is refused under a name that says no format, and with options that make none', async () => {
    const [file, folder] = [await samplesFile('log.jsonl', SAMPLES), await temporaryFolder()];
    const refused = (...options: string[]): Promise<string> => refusal('analyze', file, '--n', '2', ...options);
    const [csv, text] = [join(folder, 'a.csv'), join(folder, 'a.txt')];
    expect(await refused('--per-prompt', text)).toBe(
      `the name of --per-prompt must end in .csv or .parquet, not ${JSON.stringify(text)}`,
    );
    expect(await refused('--per-prompt', csv, '--aggregate', join(folder, '.', 'a.csv'))).toBe(
      `--per-prompt and --aggregate name the same file, ${csv}`,
    );
    expect(await refused('--sql', 'spark', '--per-prompt', csv)).toBe('--sql reads no samples; leave --per-prompt out');
    expect(existsSync(csv) || existsSync(text)).toBe(false);
  });

  it.runIf(HAS_DUCKDB)('is refused as Parquet for a prompt that Parquet cannot hold', async () => {
    const half = SAMPLES.replaceAll('"q"', '"\\ud800"');
    const file = await samplesFile('log.jsonl', half);
    const table = join(await temporaryFolder(), 'a.parquet');
    expect(await refusal('analyze', file, '--n', '2', '--per-prompt', table)).toMatch(
      /log\.jsonl:7: the prompt has half a surrogate pair, which Parquet cannot hold$/,
    );
    expect(existsSync(table)).toBe(false);
  });
});
