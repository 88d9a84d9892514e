import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { counterexampleSchema } from '../../src/evidence/schema.ts';
import { derivationSchema } from '../../src/report/derivation.ts';
import { bonafide, refusal } from './bonafide.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-derivation-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function proof(text: string, name = 'proof.txt'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const QUICK = ['--runs', '20', '--workers', '1', '--time', '0.05'];

async function check(text: string, ...args: string[]): ReturnType<typeof bonafide> {
  const saved = ['--counterexamples', join(folder, 'bonafide')];
  return bonafide('test', '--derivation', await proof(text), ...QUICK, ...saved, ...args);
}

it('names the first broken link with its smallest counterexample, saves it, and replays it', async () => {
  const text = 'let half = 1/2\nhalf = 1/2\n  <= 1/n\n  = 1/3\n';
  const { code, out } = await check(text, '--json');
  const { links, broken, status } = derivationSchema.parse(JSON.parse(out));
  expect([code, status, broken]).toEqual([1, 'failed', 2]);
  expect(links.map(({ answer }) => answer.outcome)).toEqual(['not refuted', 'refuted', 'refuted']);
  const file = join(folder, 'bonafide', 'proof-link-2.json');
  const saved = counterexampleSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  expect(saved.instance).toEqual({ weights: ['1'], n: 3 });
  expect(saved.conjecture?.text).toBe('let half = 1/2; 1/2 <= 1/n');
  expect(await bonafide('replay', file)).toMatchObject({ code: 0, out: `${file}: refuted: 1/2 ≤ 1/n fails\n` });

  const again = await check(text, '--reporter', 'github');
  expect(again.out).toMatch(/^::error file=.*proof\.txt,line=3,col=6,.*saved before in/m);
  expect(again.out).toContain('1 passed, 2 failed, 0 undecided');
});

it('prints the verdict, and keeps to --no-save', async () => {
  const { code, out } = await check('1/n <= 1', '--no-save');
  expect([code, out.split('\n')[0]]).toEqual([0, 'NO LINK BROKEN: 1 link']);
  expect(await readdir(folder)).toEqual(['proof.txt']);
});

it('points into the file, and writes nothing, where it has no chain', async () => {
  const { code, out, err } = await check('let a = 1\nW <= a\n  <= Dd');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/proof\.txt:3:6: there is no name "Dd".*\n {4}<= Dd\n {7}\^~\n$/);
  expect(await readdir(folder)).toEqual(['proof.txt']);
});

it('refuses a folder, and options that do not fit', async () => {
  expect(await refusal('test', '--derivation', folder)).toContain(`cannot read ${folder}: `);
  const file = await proof('W <= 1');
  expect(await refusal('test', 'KL <= D', '--derivation', file)).toContain('only one of them');
  expect(await refusal('test', '--file', file, '--derivation', file)).toContain('only one of them');
  expect(await refusal('test', '--derivation', file, '--expect', 'fails')).toContain('--expect is for claims');
});
