import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, load } from '../../src/evidence/store.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from '../logs/read.ts';
import { bonafide, bonafideWith } from './bonafide.ts';

const WRONG = { catalogue: new URL('./wrong-catalogue.ts', import.meta.url).href };

describe('a run that finds what was not expected', () => {
  it('ends with 1 where a theorem is refuted, and keeps the counterexample', async () => {
    const kept = await temporaryFolder();
    const { code, out } = await bonafideWith(WRONG, 'verify', 'equality', '--runs', '3', '--counterexamples', kept);
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG equality {2}holds: refuted on 3 of 3 instances\n/);
    expect(out).toContain('it was refuted on 3 of 3 instances\n');
    expect(out).toMatch(/a claim did not behave as expected\n$/);
    expect(await listFiles(kept)).toEqual([join('equality', 'weights-1-1.n-2.json')]);
  });

  it('ends with 1 where a falsehood extensions, whatever else is as expected', async () => {
    const { code, out } = await bonafideWith(WRONG, 'verify', 'kl-bound', 'win-rate', '--runs', '3', '--json');
    expect(code).toBe(1);
    const { status, claims } = reportSchema.parse(JSON.parse(out));
    expect([status, ...claims.map(({ status }) => status)]).toEqual(['failed', 'failed', 'ok']);
    expect(claims[0]?.reasons[0]).toBe('it is known to be false, and the search did not refute it');
  });
});

describe('a real policy on which a theorem is refuted', () => {
  it('is kept as weights and levels, and the run ends with 1', async () => {
    const folder = await temporaryFolder();
    const [file, kept] = [join(folder, 'samples.jsonl'), join(folder, 'kept')];
    const rewards = [3, 1, 3, 2].map((reward, i) => ({ prompt: 'p', response: `secret ${i}`, reward }));
    await writeFile(file, jsonLines({ prompt: 'q', response: 'secret', reward: 0 }, ...rewards));
    const options = ['--samples', file, '--n', '5', '--runs', '3', '--counterexamples', kept, '--json'];
    const { code, out } = await bonafideWith(WRONG, 'verify', 'equality', 'win-rate-equality', ...options);
    expect(code).toBe(1);
    expect(reportSchema.parse(JSON.parse(out)).samples?.claims).toMatchObject([
      { id: 'equality', status: 'failed', policies: 1, refuted: 1 },
      { id: 'win-rate-equality', status: 'ok', policies: 1, refuted: 1 },
    ]);
    const name = join('equality', 'weights-1-1-1-1.levels-0-1-2-2.n-5.json');
    expect(await listFiles(kept)).toEqual([
      name,
      join('equality', 'weights-1-1.n-2.json'),
      join('win-rate-equality', 'weights-1-1.n-2.json'),
    ]);
    const saved = await load(join(kept, name));
    expect(saved.found).toEqual({
      by: 'samples',
      seed: null,
      run: null,
      shrinkingSteps: null,
      smallest: 'as observed',
    });
    expect(JSON.stringify(saved)).not.toContain('secret');
    expect((await bonafide('replay', join(kept, name))).code).toBe(0);
  });
});
