import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SLIPS } from '../../src/conform/slips/slips.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { conformed } from './run.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const example = (name: string): string => join(ROOT, 'examples', 'conform', name);
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

describe('docs/conform.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'conform.md'), 'utf8');

  it('has a section for each slip, and no others', () => {
    const anchors = [...page.matchAll(/<a id="slip-([a-z0-9-]+)"><\/a>/g)].map(([, id]) => id);
    expect(new Set(anchors)).toEqual(new Set(SLIPS.map(({ id }) => id)));
    expect(anchors.length).toBe(SLIPS.length);
  });

  it('links only to sections that it has', () => {
    const targets = [...page.matchAll(/\]\(#(slip-[a-z0-9-]+)\)/g)].map(([, id]) => id);
    for (const id of targets) expect(page).toContain(`<a id="${id}"></a>`);
  });
});

describe('the example', () => {
  it.skipIf(!has('python3'))('in Python conforms', async () => {
    expect((await conformed(['python3', example('kl.py')])).status).toBe('conforms');
  });

  it.skipIf(!has('c++'))('in C++ conforms', async () => {
    const program = join(await temporaryFolder(), 'kl');
    expect(spawnSync('c++', ['-O2', '-Wall', '-Werror', '-o', program, example('kl.cpp')]).status).toBe(0);
    const cases = { seed: 1, runs: 40, maxDraws: 1000, maxTotal: null, ties: 'none' as const };
    expect((await conformed([program], { form: 'probabilities', cases })).status).toBe('conforms');
  });

  it.skipIf(!has('Rscript'))('in R conforms', async () => {
    const cases = { seed: 1, runs: 40, maxDraws: 1000, maxTotal: null, ties: 'none' as const };
    const result = await conformed(['Rscript', example('kl.R')], { form: 'probabilities', cases });
    expect(result.status).toBe('conforms');
  });
});
