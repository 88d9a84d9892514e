import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/report/schema.ts';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { readSources } from '../logs/read.ts';

/** Samples of a language model, kept beside the checkout where there are any. */
const file = fileURLToPath(new URL('../../../shared/data/humaneval-codegen16b.jsonl', import.meta.url));

describe.skipIf(!existsSync(file))('samples of a language model', () => {
  it('make one policy a prompt, with as many samples as rows', async () => {
    const { prompts, summary } = await readSources([file], { areApart: true });
    expect(prompts.reduce((total, { samples }) => total + samples, 0)).toBe(summary.rows);
    expect(new Set(prompts.map(({ prompt }) => prompt)).size).toBe(prompts.length);
  });

  it('bear out every theorem, and refute the formula as an equality everywhere', async () => {
    const folder = await temporaryFolder();
    const args = ['--samples', file, '--n', '2,4,16', '--runs', '40', '--counterexamples', folder, '--json'];
    const { out } = await bonafide('verify', ...args);
    const { samples } = reportSchema.parse(JSON.parse(out));
    for (const { expected, refuted, undecided, status } of samples?.claims ?? []) {
      expect(status).toBe('ok');
      expect(undecided).toBe(0);
      if (expected !== 'fails') expect(refuted).toBe(0);
    }
    const equality = samples?.claims.find(({ id }) => id === 'equality');
    expect(equality).toMatchObject({ holds: 0, refuted: equality?.policies });
    expect(samples?.claims.filter(({ holds }) => holds > 0).length).toBeGreaterThan(30);
    expect(samples?.rows.map(({ n }) => n)).toEqual([2, 4, 16]);
  });
});
