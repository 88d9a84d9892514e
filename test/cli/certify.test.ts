import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { untied } from '../../src/claims/instance.ts';
import { main } from '../../src/cli/main.ts';
import { FROM_SAMPLES, workOut } from '../../src/evidence/counterexample.ts';
import { save } from '../../src/evidence/store.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { bonafide, capturing, refusal } from './bonafide.ts';
import { fakeCoqc } from './fake-coqc.ts';
import { SERVICES } from './services.ts';

const EQUALITY = join('counterexamples', 'equality', 'weights-1-1.n-2.json');
const TIES = join('counterexamples', 'ties-never-matter', 'weights-1-1.levels-0-0.n-2.json');

afterEach(() => void vi.unstubAllEnvs());

describe('certify', () => {
  it('writes a Coq file for each counterexample that it is given', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide('certify', EQUALITY, '--out', folder, '--no-check');
    const file = join(folder, 'equality_weights_1_1_n_2.v');
    expect({ code, out }).toEqual({
      code: 0,
      out: `${file}: not checked\n  equality_fails : policy 2 p /\\ kl 2 (best_of 2 p 2) p <> formula (INR 2)\n`,
    });
    expect(await readFile(file, 'utf8')).toContain('Theorem equality_fails :');
  });

  it('writes those of all saved counterexamples that can be certified', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide('certify', '--out', folder, '--no-check', '--json');
    expect(code).toBe(0);
    const results = JSON.parse(out);
    expect(results).toHaveLength(17);
    expect(results[1]).toEqual({
      counterexample: EQUALITY,
      certificate: join(folder, 'equality_weights_1_1_n_2.v'),
      theorem: 'equality_fails',
      statement: 'policy 2 p /\\ kl 2 (best_of 2 p 2) p <> formula (INR 2)',
      checks: [],
    });
    expect(await readdir(folder)).toHaveLength(17);
  });

  it.each([
    ['', 'coqc accepts a false statement: it checks nothing'],
    ["console.error('Error: no such luck'); process.exit(1);", 'Error: no such luck'],
  ])('ends with 1 when the checker answers %j', async (script, why) => {
    await fakeCoqc(script);
    const { code, out } = await bonafide('certify', EQUALITY, '--out', await temporaryFolder());
    expect(code).toBe(1);
    expect(out).toContain(': rejected by Coq 8.17.99\n');
    expect(out).toContain(why);
  });

  it('ends with 3 when there is no such checker', async () => {
    vi.stubEnv('PATH', await temporaryFolder());
    const { code, out } = await bonafide('certify', EQUALITY, '--out', await temporaryFolder(), '--checker', 'coqc');
    expect(code).toBe(3);
    expect(out).toContain(': unavailable by coqc\n');
  });

  it('ends with 3 when it is interrupted, which is no rejection', async () => {
    await fakeCoqc("console.error('started'); setInterval(() => {}, 1000);");
    const interrupt = new AbortController();
    const { console, finished } = capturing();
    setTimeout(() => interrupt.abort(), 500);
    const folder = await temporaryFolder();
    const args = ['certify', EQUALITY, '--out', folder, '--checker', 'coqc'];
    const { code, out, err } = finished(await main(args, { ...SERVICES, console, signal: interrupt.signal }));
    expect({ code, out, err }).toEqual({
      code: 3,
      out: '',
      err: 'bonafide: interrupted; saved files are complete\n',
    });
    // What nothing was said of is not kept.
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with 3 and one sentence when the disk is full, which is no rejection', async () => {
    await fakeCoqc('console.error(\'Error: System error: "No space left on device"\'); process.exit(1);');
    const { code, out, err } = await bonafide('certify', EQUALITY, '--out', await temporaryFolder());
    const sentence = 'nothing was checked: the disk is full: Record.v: Error: System error: "No space left on device"';
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: `bonafide: ${sentence}\n` });
  });

  it('ends with 3 where only the embedded Coq is asked and its computations are too long for it', async () => {
    const folder = await temporaryFolder();
    const claim = catalogue.find(({ id }) => id === 'equality');
    const instance = untied([2n, 3n, 3n], 20);
    const worked = claim && workOut(claim, instance, FROM_SAMPLES);
    const file = join(folder, worked ? await save(folder, worked) : '');
    const { code, out } = await bonafide('certify', file, '--out', folder, '--checker', 'embedded');
    expect(code).toBe(3);
    expect(out).toContain('it is too large for the embedded Coq; use coqc');
  });
});

describe('certify a typed conjecture', () => {
  const saved = async (...args: string[]): Promise<string> => {
    const folder = await temporaryFolder();
    await bonafide('test', ...args, '--counterexamples', folder, '--workers', '1', '--runs', '20');
    const [name = ''] = await readdir(folder);
    return join(folder, name);
  };

  it('writes its sums out', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await bonafide('certify', await saved('KL <= H'), '--out', folder, '--no-check');
    const statement = 'policy 2 p /\\ ~ kl 2 (best_of 2 p 6) p <= 0 - (p 0 * ln (p 0) + p 1 * ln (p 1))';
    const file = join(folder, 'kl_le_h.v');
    expect({ code, out }).toEqual({ code: 0, out: `${file}: not checked\n  kl_le_h_fails : ${statement}\n` });
  });

  it.each([
    [['sqrt(KL) <= 1/100'], 'certificates do not have square roots'],
    [
      ['KL <= 1/100 and W <= 1'],
      'it is not one comparison by <=, >= or =, or has other conditions than limits of n and K',
    ],
    [['KL <= 1/100', '--selection', 'worst-of-n'], 'json: it cannot be certified, because it is about worst-of-n'],
  ])('refuses %j in a sentence', async (args, why) => {
    const file = await saved(...args);
    expect(await refusal('certify', file, '--no-check')).toContain(why);
  });
});

describe('certify refuses', () => {
  it('what cannot be certified, and writes nothing then', async () => {
    const folder = join(await temporaryFolder(), 'out');
    expect(await refusal('certify', EQUALITY, TIES, '--out', folder)).toBe(
      `${TIES}: it cannot be certified, because it has rewards that tie`,
    );
    await expect(readdir(folder)).rejects.toThrow();
  });

  it('two counterexamples whose certificates would be one file, and writes nothing then', async () => {
    const folder = join(await temporaryFolder(), 'out');
    const twin = join(await temporaryFolder(), 'weights_1_1.n-2.json');
    await copyFile(EQUALITY, twin);
    expect(await refusal('certify', EQUALITY, twin, '--out', folder, '--no-check')).toBe(
      `${twin}: its certificate ${join(folder, 'equality_weights_1_1_n_2.v')} would have the same name as that of ${EQUALITY}`,
    );
    await expect(readdir(folder)).rejects.toThrow();
  });

  it('a counterexample of a claim of one’s own', async () => {
    const file = join(await temporaryFolder(), 'x.json');
    await writeFile(file, (await readFile(EQUALITY, 'utf8')).replace('"claim": "equality"', '"claim": "mine"'));
    expect(await refusal('certify', file)).toBe(
      `${file}: the catalogue has no claim "mine"; only 17 claims of the catalogue, whose statements are written in Coq, can be certified`,
    );
  });

  it('a counterexample that says what is not so', async () => {
    const file = join(await temporaryFolder(), 'x.json');
    await writeFile(file, (await readFile(EQUALITY, 'utf8')).replace('"n": 2', '"n": 3'));
    expect(await refusal('certify', file)).toMatch(/x\.json: it disagrees with its instance: /);
  });

  it('a file that is not there, a folder that cannot be', async () => {
    expect(await refusal('certify', 'absent.json')).toMatch(/^cannot read absent\.json: /);
    expect(await refusal('certify', EQUALITY, '--out', EQUALITY, '--no-check')).toMatch(/equality/);
  });
});
