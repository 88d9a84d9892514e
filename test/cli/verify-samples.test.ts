import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { listFiles } from '../../src/evidence/store.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { jsonLines } from '../logs/read.ts';
import { bonafide } from './bonafide.ts';

const sample = (prompt: string, response: string, reward: number): object => ({ prompt, response, reward });

/** Three responses of which two tie; two of equal weight; and a prompt whose responses all tie. */
const SAMPLES = jsonLines(
  sample('three', 'secret a', 0.5),
  sample('three', 'secret b', -1),
  sample('three', 'secret c', 0.5),
  sample('three', 'secret b', -1),
  sample('two', 'secret a', 0),
  sample('two', 'secret b', 1),
  sample('level', 'secret a', 7),
  sample('level', 'secret b', 7),
);

describe('verify --samples', () => {
  let folder: string;
  let file: string;
  let report: Report;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonafide-'));
    file = join(folder, 'samples.jsonl');
    await writeFile(file, SAMPLES);
    const options = ['--samples', file, '--n', '4, 2,4', '--runs', '5', '--counterexamples', join(folder, 'kept')];
    report = reportSchema.parse(JSON.parse((await bonafide('verify', ...options, '--workers', '1', '--json')).out));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('counts prompts and samples, and decides every claim on every policy and n', () => {
    expect(report.samples).toMatchObject({ prompts: 3, samples: 8 });
    const claims = report.samples?.claims ?? [];
    expect(claims.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const { id, expected, status, policies, holds, refuted, undecided } of claims) {
      expect([status, undecided, holds + refuted], id).toEqual(['ok', 0, policies]);
      if (expected !== 'fails') expect(refuted, id).toBe(0);
    }
    // The falsehood does not speak of a single level.
    expect(claims.find(({ id }) => id === 'equality')).toMatchObject({ policies: 4, refuted: 4 });
    expect(claims.find(({ id }) => id === 'kl-bound')).toMatchObject({ policies: 6, holds: 6 });
  });

  it('tabulates the formula against the truth, distinct n in order', () => {
    const rows = report.samples?.rows ?? [];
    expect(rows.map(({ n }) => n)).toEqual([2, 4]);
    expect(rows[0]).toMatchObject({
      formula: { lo: '0.19314718055994', hi: '0.19314718055995' },
      // Both policies of two levels have masses 1/2 and 1/2.
      kl: { min: { lo: '0', hi: '0' }, max: { lo: '0.13081203594113', hi: '0.13081203594114' } },
      winRateBound: { lo: '0.66666666666666', hi: '0.66666666666667' },
    });
    expect(rows[0]?.kl.mean.lo).toMatch(/^0\.0872080239607/);
    // (5/8 + 5/8 + 1/2) / 3
    expect(rows[0]?.winRate.lo).toMatch(/^0\.58333333333333/);
  });

  it('keeps no real policy where every theorem holds', async () => {
    const kept = await listFiles(join(folder, 'kept'));
    const theorems = catalogue.filter(({ expected }) => expected !== 'fails').map(({ id }) => id);
    expect(kept.filter((file) => theorems.some((id) => file.startsWith(`${id}/`)))).toEqual([]);
    expect(kept).toContain(join('equality', 'weights-1-1.n-2.json'));
  });

  it('says what could mislead', async () => {
    expect(report.samples).toMatchObject({ fewest: 2, oneLevel: 1, tied: 2 });
    expect(report.samples?.rows.map(({ outdrawn }) => outdrawn)).toEqual([0, 2]);
    expect(report.samples?.notes).toEqual([
      expect.stringMatching(/^n = 4 exceeds the number of samples of 2 of 3 prompts/),
      expect.stringMatching(/^1 of 3 prompts has one reward level/),
      expect.stringMatching(/^rewards tie in 2 of 3 prompts: use the KL columns/),
    ]);
  });

  it('is as expected however short the search beside it is', async () => {
    const args = ['cubic-at-two', '--runs', '5', '--workers', '1'];
    expect((await bonafide('verify', ...args)).code).toBe(1);
    const { code, out } = await bonafide('verify', ...args, '--samples', file, '--n', '2');
    expect(code).toBe(0);
    expect(out).toContain(
      'Note: the search was too short for 1 of its claims; beside samples this does not count as a failure.',
    );
  });

  it('settles several rewards of one response as asked', async () => {
    const noisy = join(folder, 'noisy.jsonl');
    await writeFile(noisy, SAMPLES + jsonLines(sample('two', 'secret a', 0.00001)));
    const args = ['verify', 'kl-bound', '--runs', '2', '--samples', noisy, '--n', '2', '--json'];
    expect((await bonafide(...args)).code).toBe(2);
    const { code, out } = await bonafide(...args, '--duplicate-reward', 'mean');
    expect([code, reportSchema.parse(JSON.parse(out)).samples?.duplicates]).toEqual([0, { how: 'mean', responses: 1 }]);
  });

  it('shows the table and how the claims fared, and no text of any response', async () => {
    const { out, err } = await bonafide('verify', 'kl-bound', '--runs', '2', '--samples', file, '--n', '2');
    expect(out).toContain(`\n8 rows of ${file}; columns prompt, response, reward\n8 samples of 3 prompts\n`);
    expect(out).toContain('\nKL and win rate are those of the empirical policies, ');
    expect(out).toMatch(/\| 2 +\| 0\.193147 \| 0\.087208 \| 0\.000000 \| 0\.130812 \| /);
    expect(out).toMatch(/\| kl-bound \| holds +\| 3 +\| 3 +\| 0 +\| 0 +\|/);
    expect(out + err + JSON.stringify(report)).not.toContain('secret');
  });
});
