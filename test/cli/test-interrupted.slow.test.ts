import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { answersSchema } from '../../src/report/answer.ts';
import { derivationSchema } from '../../src/report/derivation.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing, type Finished } from './bonafide.ts';
import { start } from './process.ts';
import { SERVICES } from './services.ts';

const FALSE = 'win: W <= 1/2\nentropy: KL <= H\n';
const CLAIMS = `${FALSE}bound: KL <= D\n`;
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const args = (...more: string[]): string[] => {
  return ['test', ...more, '--counterexamples', join(folder, 'kept'), '--runs', '100000000', '--workers', '1'];
};

/** Runs `test`, and interrupts it as soon as it prints something. */
async function interrupted(...more: string[]): Promise<Finished> {
  const controller = new AbortController();
  const { console, finished } = capturing(() => controller.abort());
  const out = (text: string): void => {
    console.out(text);
    controller.abort();
  };
  const context = { ...SERVICES, console: { ...console, out }, signal: controller.signal };
  return finished(await main(args(...more), context));
}

/** Saves two counterexamples and spoils the second: the next run prints that amid its work. */
async function spoiled(name: string, ...more: string[]): Promise<void> {
  await bonafide(...args(...more));
  const path = join('kept', `${name}.json`);
  await file(path, (await readFile(join(folder, path), 'utf8')).replace(/"n": \d+/, '"n": 1'));
}

const outcomesOf = (out: string) => answersSchema.parse(JSON.parse(out)).answers.map(({ outcome }) => outcome);
const levelsOf = (out: string) => JSON.parse(out).runs[0].results.map(({ level }: { level: string }) => level);
const tagsOf = (out: string) => out.match(/<failure|<error|<\/testsuites>\n$/g)?.map((tag) => tag.trim());
const annotationsOf = (out: string) => out.match(/^::\w+/gm);

describe('a file of claims that is interrupted', () => {
  it('prints what it has found, keeps the counterexamples, and says what is unfinished', async () => {
    const { code, out, err } = await interrupted('--file', await file('claims.txt', CLAIMS));
    expect(code).toBe(3);
    expect(out).toMatch(
      /^REFUTED: W <= 1\/2\n {2}\S+claims.txt:1, \S+ expected: holds\n {2}p = [\s\S]*\nUNFINISHED: KL <= H\n.*\n {2}its search did not come to /,
    );
    expect(out).toMatch(
      /\nUNFINISHED: KL <= D\n.*\n.*\n3 conjectures: 0 as expected, 1 not, 0 undecided, 2 unfinished\n$/,
    );
    expect(err).toBe('interrupted after 1 of 3 conjectures; saved files are complete\n');
    expect(await readdir(join(folder, 'kept'))).toEqual(['win.json']);
    expect((await bonafide('replay', join(folder, 'kept', 'win.json'))).code).toBe(0);
  });

  it.each([
    ['json', outcomesOf, ['refuted', 'unfinished', 'unfinished']],
    ['junit', tagsOf, ['<failure', '<error', '<error', '</testsuites>']],
    ['sarif', levelsOf, ['error', 'warning', 'warning']],
    ['github', annotationsOf, ['::error', '::warning', '::warning']],
  ])('is well-formed as %s', async (reporter, read, expected) => {
    await spoiled('entropy', '--file', await file('false.txt', FALSE));
    const { code, out, err } = await interrupted('--file', await file('claims.txt', CLAIMS), '--reporter', reporter);
    expect([code, err]).toEqual([3, expect.stringMatching(/entropy\.json: .*\ninterrupted after 1 of 3 conj.*\n$/)]);
    expect(read(out)).toEqual(expected);
  });
});

it('a derivation that is interrupted names the broken link that it knows, and is inconclusive', async () => {
  const proof = 'proof: W <= 1/2 <= 1/n';
  await spoiled('proof-link-2', '--derivation', await file('proof.txt', proof));
  const longer = await file('longer.txt', `${proof} <= D + 1`);
  const { code, out, err } = await interrupted('--derivation', longer, '--json');
  const { status, broken, links } = derivationSchema.parse(JSON.parse(out));
  expect([code, status, broken]).toEqual([3, 'inconclusive', 1]);
  expect(links.map(({ answer }) => answer.outcome)).toEqual(['refuted', 'unfinished', 'unfinished']);
  expect(err).toMatch(/\ninterrupted after 1 of 3 links; saved files are complete\n$/);
});

it('before it begins searches nothing, and says so', async () => {
  const { console, finished } = capturing();
  const context = { ...SERVICES, console, signal: AbortSignal.abort() };
  const { code, out, err } = finished(await main(args('KL <= D'), context));
  expect([code, out]).toEqual([3, 'UNFINISHED: KL <= D\n  its search did not come to its end\n']);
  expect(err).toBe('interrupted after 0 of 1 conjecture; saved files are complete\n');
});

it('a process hears SIGTERM amid a search without end', async () => {
  const claims = await file('claims.txt', 'win: W <= 1/2\nbound: KL <= D\n');
  const { child, finished } = start(args('--file', claims), folder);
  child.stdout.once('data', () => child.kill('SIGTERM'));
  const { code, out, err } = await finished;
  expect(code).toBe(3);
  expect(out).toMatch(/^REFUTED: W <= 1\/2\n[\s\S]*\nUNFINISHED: KL <= D\n/);
  expect(err).toBe('interrupted after 1 of 2 conjectures; saved files are complete\n');
});
