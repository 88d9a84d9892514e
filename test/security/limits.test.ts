import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/conform/program/lines.ts';
import { jsonElements } from '../../src/logs/json-elements.ts';
import { linesOf } from '../../src/logs/lines.ts';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';

/** The limits that SECURITY.md lists, one by one: what is beyond it, the command that reads it, and its sentence. */
const { instance } = counterexample();
const LIMITS: readonly [string, () => string | Uint8Array, readonly string[], RegExp][] = [
  [
    'a text of 64 MiB',
    () => Buffer.alloc(64 * 2 ** 20 + 1, ' '),
    ['compute', '--n', '2', '--policy'],
    /larger than 64 MiB/,
  ],
  [
    'values 100 deep',
    () => `${'['.repeat(102)}${']'.repeat(102)}`,
    ['compute', '--n', '2', '--policy'],
    /nested more than 100 deep/,
  ],
  [
    '10,000 digits',
    () => `{"weights": ["${'1'.repeat(10_001)}"]}`,
    ['compute', '--n', '2', '--policy'],
    /more than 10000 digits/,
  ],
  ['10,000 digits', () => '{"weights": [1e10001]}', ['compute', '--n', '2', '--policy'], /more than 10000 digits/],
  [
    '10,000 digits of a weight',
    () => JSON.stringify({ ...counterexample(), instance: { ...instance, weights: ['9'.repeat(10_001), '1'] } }),
    ['replay'],
    /has more than 10000 digits/,
  ],
  ['20,000 characters', () => `a: KL <= ${'1+'.repeat(10_000)}1\n`, ['test', '--file'], /at most 20000 characters/],
  ['4,000 words', () => `a: KL <= ${'1+'.repeat(2_000)}1\n`, ['test', '--file'], /at most 4000 words and signs/],
  [
    'brackets 60 deep',
    () => `a: KL <= ${'('.repeat(61)}1${')'.repeat(61)}\n`,
    ['test', '--file'],
    /brackets may be nested 60 deep/,
  ],
  [
    'a link of 20,000 characters',
    () => `KL <= ${'1+'.repeat(10_000)}1\n`,
    ['test', '--derivation'],
    /at most 20000 characters/,
  ],
  [
    '60 brackets deep, or as deep without brackets',
    () => `a: KL <= ${'2^'.repeat(1_900)}1\n`,
    ['test', '--file'],
    /exponents may be nested 60 deep/,
  ],
];

describe('a limit', () => {
  const page = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');

  it.each([
    '64 MiB',
    'values 100 deep',
    '10,000 digits',
    '20,000 characters, 4,000 words and signs, brackets and exponents 60 deep',
    '1,000,000 characters',
    'n ≤ 1,000,000,000',
  ])('of %s is in SECURITY.md', (limit) => {
    expect(page).toContain(`| ${limit} `);
  });

  it('of n ≤ 1,000,000,000', async () => {
    const { code, err } = await bonafide('compute', '--weights', '1,2', '--n', '1000000001');
    expect([code, err]).toEqual([2, expect.stringContaining('n must be an integer from 1 to 1000000000')]);
  });

  it.each(LIMITS)('of %s: one sentence names the file and the limit', async (_, content, command, says) => {
    const file = join(await temporaryFolder(), 'input');
    await writeFile(file, content());
    const { code, out, err } = await bonafide(...command, file);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(says);
    expect(err).toContain(file);
    expect(err.length).toBeLessThan(600);
  });

  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield Buffer.alloc(2 ** 20, 'x');
  }

  it('of a line of 64 MiB holds for what never ends', async () => {
    const read = async (): Promise<void> => {
      for await (const _ of linesOf(endless(), 'log'));
    };
    await expect(read()).rejects.toThrow('log:1: the line is longer than 64 MiB; a line holds one sample');
  });

  it('of a value of 64 MiB holds for what never ends', async () => {
    const read = async (): Promise<void> => {
      for await (const _ of jsonElements(endless(), 'log'));
    };
    await expect(read()).rejects.toThrow('log:1: the value is longer than 64 MiB');
  });

  it('of a line of 1,000,000 characters holds for a program that never ends its line', () => {
    const told: number[] = [];
    const lines = new Lines((text) => void told.push(text.length));
    for (let i = 0; i < 30; i += 1) lines.take('x'.repeat(100_000));
    expect(told).toEqual([1_100_000, 1_100_000]);
  });
});
