import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { save } from '../../src/evidence/store.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';
import { bonafide, capturing } from './bonafide.ts';
import { SERVICES } from './services.ts';

const QUICK = ['verify', 'equality', '--runs', '3', '--workers', '1'];
const NOT_SAVED = 'nothing was saved: --out DIR saves the report, --counterexamples DIR the counterexamples\n';

/** Somebody's folder, which the command is run in. */
let here: string;
beforeEach(async () => {
  here = await temporaryFolder();
  const before = process.cwd();
  process.chdir(here);
  onTestFinished(() => process.chdir(before));
});

describe('where no folder is named', () => {
  it('verify without options writes nothing, not even before it is interrupted', async () => {
    const { console, finished } = capturing();
    const { code } = finished(await main(['verify'], { ...SERVICES, console, signal: AbortSignal.abort() }));
    expect(code).toBe(3);
    expect(await readdir(here)).toEqual([]);
  });

  it('verify says in one line that nothing was saved, and how to save', async () => {
    const { code, err } = await bonafide(...QUICK);
    expect([code, err]).toEqual([0, `equality: refuted on 3 of 3 instances\n${NOT_SAVED}`]);
    expect(await readdir(here)).toEqual([]);
  });

  it('verify leaves folders alone that have the names of ours', async () => {
    for (const name of ['reports', 'counterexamples']) await mkdir(join(here, name));
    await writeFile(join(here, 'reports', 'verification.md'), 'mine');
    await bonafide(...QUICK);
    expect(await readFile(join(here, 'reports', 'verification.md'), 'utf8')).toBe('mine');
    expect(await readdir(join(here, 'counterexamples'))).toEqual([]);
  });
});

describe('where folders are named', () => {
  it('they are made when there is something to write, and the page is named', async () => {
    const { code, err } = await bonafide(
      ...['verify', 'win-rate', '--runs', '120', '--seed', '2', '--workers', '1'],
      ...['--out', 'a/out', '--counterexamples', 'a/kept'],
    );
    expect([code, err]).toEqual([
      0,
      'win-rate: certified on 120 instances\nthe report is in a/out: index.html is the page to look at\n',
    ]);
    expect(await readdir(join(here, 'a'))).toEqual(['out']);
    expect((await readdir(join(here, 'a', 'out'))).sort()).toEqual([
      'index.html',
      'verification.json',
      'verification.md',
    ]);
  });

  it('they are not made by a run that writes nothing', async () => {
    const kept = await temporaryFolder();
    const file = join(kept, await save(kept, counterexample()));
    await writeFile(file, (await readFile(file, 'utf8')).replace('0.1308', '0.1309'));
    expect((await bonafide(...QUICK, '--counterexamples', kept, '--out', 'out')).code).toBe(2);
    expect(await readdir(here)).toEqual([]);
  });

  it('the last one counts: a script names one, and who runs it another', async () => {
    const folders = ['--out', 'reports', '--counterexamples', 'counterexamples', ...QUICK.slice(1)];
    const { code } = await bonafide('verify', ...folders, '--out', 'o', '--counterexamples', 'c');
    expect(code).toBe(0);
    expect((await readdir(here)).sort()).toEqual(['c', 'o']);
  });

  it('reports outside of the checkout lead to nothing that is not there', async () => {
    await bonafide(...QUICK, '--out', 'reports', '--counterexamples', 'counterexamples');
    const text = await readFile(join(here, 'reports', 'verification.md'), 'utf8');
    const targets = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    expect(targets).toEqual(['../counterexamples/equality/weights-1-1.n-2.json']);
  });
});

it('the canonical run is told its folders', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(scripts.verify).toMatch(/ verify --out reports --counterexamples counterexamples$/);
});
