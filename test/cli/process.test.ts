import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';
import { bonafide } from './bonafide.ts';
import { run, start } from './process.ts';

describe('the process ends with', () => {
  it.each([
    [0, ['compute', '--weights', '1,2', '--n', '3', '--json']],
    [2, ['compute', '--weights', '1,0', '--n', '3']],
  ])('%i and the output of the command: %o', async (code, args) => {
    const finished = await run(args);
    expect(finished).toEqual(await bonafide(...args));
    expect(finished.code).toBe(code);
  });

  it('2 and one line for samples that cannot be read', async () => {
    const args = ['verify', 'kl-bound', '--runs', '5', '--samples', 'absent.csv', '--n', '2'];
    expect(await run(args, await temporaryFolder())).toEqual({
      code: 2,
      out: '',
      err: 'bonafide: cannot read absent.csv: there is no such file or folder\n',
    });
  });
});

describe('what is piped', () => {
  it('has no escape codes', async () => {
    const { code, out, err } = await run(['verify', 'win-rate', '--runs', '60', '--workers', '2']);
    expect(code).toBe(0);
    expect(out + err).toContain('win-rate');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the test looks for
    expect(out + err).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  });

  it('has nothing of a file that acts on the terminal', async () => {
    const file = join(await temporaryFolder(), 'x.json');
    const name = 'KL\u009b31m\u202e\nok';
    const { violated, ...rest } = counterexample();
    await writeFile(file, JSON.stringify({ ...rest, violated: { ...violated, left: { ...violated.left, name } } }));
    const { code, out } = await run(['replay', file]);
    expect(code).toBe(2);
    expect(out).toBe(
      `${file}: disagrees: the claim has no relation between KL\\u009b31m\\u202e\\nok and log n − (n−1)/n on this instance\n`,
    );
    await writeFile(file, JSON.stringify({ ...rest, violated, claim: name }));
    expect((await run(['replay', file])).err).toContain('claim: "KL\\u009b31m\\u202e\\nok" is not kebab-case');
  });

  it('may be closed by its reader, of which the exit code tells', async () => {
    const { child, finished } = start(['claims']);
    child.stdout.destroy();
    expect(await finished).toMatchObject({ code: 2, err: '' });
  });
});

describe('a run that is not the canonical one', () => {
  it('writes nothing into the working directory', async () => {
    const folder = await temporaryFolder();
    const { code, out } = await run(['verify', 'win-rate-gap', 'equality', '--runs', '10', '--workers', '1'], folder);
    expect([0, 3]).toContain(code);
    expect(out).toContain('win-rate-gap');
    expect(await readdir(folder)).toEqual([]);
  });

  it('writes only where it is told to', async () => {
    const folder = await temporaryFolder();
    const args = ['verify', 'equality', 'kl-bound', '--runs', '5', '--out', 'o/p', '--counterexamples', 'kept'];
    await run(args, folder);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'kept',
      join('kept', 'equality'),
      join('kept', 'equality', 'weights-1-1.n-2.json'),
      'o',
      join('o', 'p'),
      join('o', 'p', 'index.html'),
      join('o', 'p', 'verification.json'),
      join('o', 'p', 'verification.md'),
    ]);
  });
});

describe('replay without files', () => {
  it('replays all of counterexamples/ in the working directory', async () => {
    const folder = await temporaryFolder();
    const file = join('counterexamples', 'equality', 'weights-1-1.n-2.json');
    expect(await run(['replay'], folder)).toEqual({
      code: 0,
      out: '',
      err: 'there are no saved counterexamples here\n',
    });
    await bonafide('verify', 'equality', '--runs', '3', '--counterexamples', join(folder, 'counterexamples'));
    expect(await run(['replay'], folder)).toEqual({
      code: 0,
      out: `${file}: refuted: KL = log n − (n−1)/n fails\n`,
      err: '',
    });
  });
});
