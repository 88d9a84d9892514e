import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { SECONDS } from '../../properties/seconds.ts';
import { save } from '../../src/evidence/store.ts';
import { longestFirst } from '../../src/run/longest-first.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample, equality } from '../evidence/refuted.ts';
import { bonafide, refusal } from './bonafide.ts';

const QUICK = ['verify', 'equality', '--runs', '3', '--workers', '1'];

describe('verify refuses bad samples before it searches', () => {
  it.each([
    [
      's.jsonl',
      '{"prompt": "p", "response": "a"}\n',
      /^.*s\.jsonl: no column is known to be the reward among "prompt", "response"; name it with --map /,
    ],
    ['s.jsonl', '{"prompt": "p", "response": "a", "reward": "good"}\n', /^.*s\.jsonl:1: reward: /],
    ['s.jsonl', '{"prompt": "p", "resp', /^.*s\.jsonl:1: the row is not JSON; is it cut off\?; correct /],
    [
      's.csv',
      'prompt,response,reward\np,a,NaN\n',
      /^.*s\.csv:2: reward: it is NaN; correct or remove it, or skip bad rows with --on-bad-row skip$/,
    ],
    ['s.csv', 'prompt,response,reward\np,a"b,1\n', /^.*s\.csv: not CSV: /],
    ['s.csv', '', /^.*s\.csv holds no samples$/],
    [
      's.jsonl',
      '{"prompt": "p", "response": "a", "reward": 1}\n{"prompt": "p", "response": "a", "reward": 2}\n',
      /^.*s\.jsonl:2: the same response has another reward at .*s\.jsonl:1; --duplicate-reward first /,
    ],
  ])('%s with %j', async (name, content, message) => {
    const file = join(await temporaryFolder(), name);
    await writeFile(file, content);
    expect(await refusalAfterReplay(file)).toMatch(message);
  });

  /** The sentence, with saved counterexamples of an empty folder replayed before. */
  async function refusalAfterReplay(file: string): Promise<string> {
    return refusal(...QUICK, '--samples', file, '--n', '2', '--counterexamples', await temporaryFolder());
  }
});

describe.each(['--out', '--counterexamples'])('verify refuses a folder that it cannot write: %s', (option) => {
  it('when it is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(await refusal(...QUICK, option, file)).toBe(`cannot make the folder ${file}: it is a file`);
  });

  it('when it is below a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(await refusal(...QUICK, option, join(file, 'x'))).toMatch(/x: a part of its path is a file$/);
  });
});

describe('verify refuses a store', () => {
  it('where the folder of a claim is a file, as soon as it is needed', async () => {
    const folder = await temporaryFolder();
    // Their order is that of their measured times, and the first is a false claim.
    const [first, last] = longestFirst(
      catalogue.filter(({ id }) => id === 'equality' || id === 'win-rate-equality'),
      { seconds: SECONDS },
    ).map(({ id }) => id) as [string, string];
    await writeFile(join(folder, last), '');
    const options = ['--runs', '3', '--workers', '1', '--counterexamples', folder];
    expect(await bonafide('verify', 'win-rate-equality', 'equality', ...options)).toEqual({
      code: 2,
      out: '',
      err: `${first}: refuted on 3 of 3 instances\nbonafide: cannot make the folder ${join(folder, last)}: it is a file\n`,
    });
  });

  it('whose file is cut off', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, await save(folder, counterexample()));
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20));
    expect(await refusal(...QUICK, '--counterexamples', folder)).toBe(`${file} is not JSON; is it cut off?`);
  });

  it('whose file was edited, and then searches and writes nothing', async () => {
    const [folder, out] = [await temporaryFolder(), await temporaryFolder()];
    const file = join(folder, await save(folder, counterexample()));
    await writeFile(file, (await readFile(file, 'utf8')).replace('0.1308', '0.1309'));
    expect(await bonafide(...QUICK, '--counterexamples', folder, '--out', out)).toEqual({
      code: 2,
      out: '',
      err: `${file}: disagrees: violated.left.lo differs from the value for the instance\n`,
    });
    expect(await readdir(out)).toEqual([]);
  });
});

describe('a saved counterexample that refutes nothing any more', () => {
  it('is named in every format, and makes the run end with 1 although every claim is as expected', async () => {
    const [folder, reports] = [await temporaryFolder(), await temporaryFolder()];
    await mkdir(join(folder, 'equality'));
    const file = join(folder, 'equality', 'stale.json');
    const wide = { ...equality, domain: { atoms: 1, draws: 1 } };
    await writeFile(file, JSON.stringify(counterexample({ weights: [1n], ranks: [0], n: 2 }, wide)));
    const { code, out, err } = await bonafide(
      ...['verify', 'win-rate', 'equality', '--runs', '300', '--counterexamples', folder, '--out', reports],
    );
    expect(code).toBe(1);
    const detail = 'the instance is outside the domain of the claim';
    const { status, claims, stale } = JSON.parse(await readFile(join(reports, 'verification.json'), 'utf8'));
    expect([status, ...claims.map((claim: { status: string }) => claim.status)]).toEqual(['failed', 'ok', 'ok']);
    expect(stale).toEqual([{ file: 'equality/stale.json', detail }]);
    expect(await readFile(join(reports, 'verification.md'), 'utf8')).toContain(
      `**Saved, and refutes nothing:** equality/stale.json: ${detail}.`,
    );
    expect(out).toContain(`WRONG the saved equality/stale.json refutes nothing: ${detail}\n`);
    expect(err).toMatch(/stale\.json: not refuted: the instance is outside the domain of the claim\n/);
  });
});

describe('saved counterexamples of other claims', () => {
  it('are left alone, whether the claim is known or not', async () => {
    const folder = await temporaryFolder();
    await save(folder, counterexample());
    await writeFile(join(folder, 'x.json'), JSON.stringify({ ...counterexample(), claim: 'my-own' }));
    const run = (id: string): ReturnType<typeof bonafide> =>
      bonafide('verify', id, '--runs', '300', '--workers', '1', '--counterexamples', folder);
    expect(await run('win-rate')).toMatchObject({
      code: 0,
      err: '2 saved counterexamples of other claims were not replayed\nwin-rate: certified on 300 instances\n',
    });
    const { code, err } = await run('equality');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^1 saved counterexamples replayed\n1 saved counterexamples of other claims were not replayed\n/,
    );
  });
});
