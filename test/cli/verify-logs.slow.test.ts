import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema, type SampleReport } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { samplesFile } from '../samples/files.ts';
import { bonafide } from './bonafide.ts';
import { start } from './process.ts';

const VERIFY = ['verify', 'kl-bound', '--runs', '2', '--workers', '1'];
const ROWS = jsonLines({ prompt: 'p', response: 'a', reward: 1 }, { prompt: 'p', response: 'b', reward: 0 });

async function reportOn(...options: string[]): Promise<SampleReport> {
  const { code, out, err } = await bonafide(...VERIFY, '--json', ...options);
  if (code !== 0) throw new Error(err);
  return reportSchema.parse(JSON.parse(out)).samples as SampleReport;
}

describe('verify --samples', () => {
  it('reads files as one log, with the options of analyze', async () => {
    const folder = await temporaryFolder();
    const names = ['1.csv', '2.csv'].map((name) => join(folder, name));
    for (const name of names) await writeFile(name, 'q,score,metric\np,1,2\np,0,3\np,NaN,3\n');
    const options = ['--n', '2', '--map', 'prompt=q,reward=score', '--on-bad-row', 'skip'];
    const found = await reportOn('--samples', ...names, ...options);
    expect(found).toMatchObject({ kind: 'samples', prompts: 1, samples: 4, log: { rows: 6, skipped: [{ rows: 2 }] } });
    expect(await reportOn('--samples', join(folder, '*.csv'), ...options)).toEqual(found);
  });

  it('without responses takes the rewards for the outcomes, and says so', async () => {
    const file = await samplesFile('a.csv', 'prompt,reward\np,1\np,0\np,1\n');
    const report = await reportOn('--samples', file, '--n', '2');
    // (1/9)log(1/3) + (8/9)log(4/3)
    expect(report.rows[0]?.kl.mean.lo).toMatch(/^0\.133649365/);
    expect(report).toMatchObject({ samples: 3, tied: 0, claims: [{ policies: 1, holds: 1 }] });
    expect(report.notes).toEqual(['the log has no column of responses: samples of equal reward count as one outcome']);
  });

  it('checks the policies themselves where all answers have probabilities, for which no n is too large', async () => {
    const file = await samplesFile('a.csv', 'prompt,reward,probability\np,1,0.25\np,1,1/4\np,0,0.5\n');
    const { code, out } = await bonafide(...VERIFY, '--samples', file, '--n', '2,8');
    expect(code).toBe(0);
    expect(out).toContain('\n3 answers of 1 prompt, with the probabilities of all\nKL and win rate are those of the ');
    // Two levels of mass 1/2: (3/4)log 3 − log 2
    expect(out).toMatch(/\| 2 +\| 0\.193147 \| 0\.130812 \| 0\.130812 \| 0\.130812 \| /);
    expect(out).not.toMatch(/empirical|exceeds/);
  });
});

describe('verify --samples - reads standard input', () => {
  const args = [...VERIFY, '--samples', '-', '--n', '2'];

  it('to its end', async () => {
    const { child, finished } = start(args);
    child.stdin.end(ROWS);
    expect(await finished).toMatchObject({
      code: 0,
      out: expect.stringContaining('\n2 rows of standard input; columns '),
    });
  });

  it('until Ctrl-C, also while nothing comes', async () => {
    const { child, finished, shown } = start(args);
    child.stdin.write(ROWS);
    await shown(/saved counterexamples/);
    child.kill('SIGINT');
    const { code, out, err } = await finished;
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/\ninterrupted after 0 of 1 claims; saved files are complete\n$/);
  });
});
