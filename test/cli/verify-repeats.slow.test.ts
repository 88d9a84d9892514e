import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, load } from '../../src/evidence/store.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { claimSeed } from '../../src/search/random.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide } from './bonafide.ts';

const BUDGET = ['--runs', '12', '--seed', '5'];

/** True, false and open, cheap and costly; .ci/run does the same with all. */
const CLAIMS = [
  'equality',
  'gap-lower',
  'ties-as-wins',
  'estimator-range',
  'tilt-identity',
  'ideal-curve-excess',
  'win-rate',
];

/** Every file that a run writes, by name, and what it prints. */
async function written(workers: string): Promise<Record<string, string>> {
  const folder = await temporaryFolder();
  const [kept, out] = [join(folder, 'kept'), join(folder, 'out')];
  const places = ['--counterexamples', kept, '--out', out];
  const files: Record<string, string> = {};
  files.printed = (await bonafide('verify', ...CLAIMS, ...BUDGET, '--workers', workers, ...places)).out;
  for (const name of await listFiles(kept)) files[name] = await readFile(join(kept, name), 'utf8');
  for (const name of ['index.html', 'verification.json', 'verification.md'])
    files[name] = await readFile(join(out, name), 'utf8');
  return files;
}

async function reported(...args: string[]): Promise<Report> {
  const { out } = await bonafide('verify', ...args, ...BUDGET, '--workers', '1', '--json');
  return reportSchema.parse(JSON.parse(out));
}

describe('the same seed and number of runs', () => {
  it('write the same bytes, whatever the number of workers', async () => {
    const one = await written('1');
    const places = Object.keys(one);
    for (const name of ['printed', 'index.html', 'verification.json', 'verification.md'])
      expect(places).toContain(name);
    expect(places).toContain(join('equality', 'weights-1-1.n-2.json'));
    expect(await written('2')).toEqual(one);
  });

  it('find for some claims what they find for them among all', async () => {
    const all = await reported(...CLAIMS);
    const some = ['gap-lower', 'equality', 'estimator-range'];
    const alone = await reported(...some);
    expect(alone.claims).toEqual(all.claims.filter(({ id }) => some.includes(id)));
    expect(alone.claims).toHaveLength(3);
  });
});

describe('a run over a store', () => {
  it("says in each file how the search came by it, with the claim's own seed", async () => {
    const kept = await temporaryFolder();
    await bonafide('verify', 'equality', '--runs', '2', '--seed', '5', '--counterexamples', kept);
    const { found } = await load(join(kept, 'equality', 'weights-1-1.n-2.json'));
    expect(found).toMatchObject({ by: 'search', seed: claimSeed(5, 'equality'), run: 1 });
    expect(found.smallest).toBe('exhaustive: the claim speaks of no smaller policy');
  });

  it('replays what an earlier run saved, and saves nothing twice', async () => {
    const kept = await temporaryFolder();
    const args = [
      'verify',
      'equality',
      'win-rate-equality',
      '--runs',
      '3',
      '--workers',
      '1',
      '--counterexamples',
      kept,
    ];
    const first = await bonafide(...args, '--seed', '1');
    expect(first.err).not.toContain('replayed');
    const file = join(kept, 'equality', 'weights-1-1.n-2.json');
    const before = await readFile(file, 'utf8');
    const second = await bonafide(...args, '--seed', '2');
    expect(second.err).toMatch(/^2 saved counterexamples replayed\n/);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await listFiles(kept)).toHaveLength(2);
  });
});

describe('verify --time', () => {
  it('ends by itself, decided or not, and reports no number of runs', async () => {
    const { code, out } = await bonafide(
      'verify',
      'win-rate',
      'win-rate-equality',
      '--time',
      '0.2',
      '--workers',
      '1',
      '--json',
    );
    expect([0, 3]).toContain(code);
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.runs).toBeNull();
    expect(report.claims.map(({ status }) => status)).not.toContain('failed');
  });

  it('ends before all runs are done where both are given, and then is inconclusive', async () => {
    const limits = ['--time', '0.2', '--runs', '100000000'];
    const { code, out } = await bonafide('verify', 'kl-bound', ...limits);
    expect(code).toBe(3);
    expect(out).toMatch(/it ended after \d+ of 100000000 instances/);
  });
});
