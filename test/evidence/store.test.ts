import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, load, save } from '../../src/evidence/store.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from './folder.ts';
import { claimOf, counterexample, smallest, tied } from './refuted.ts';

describe('a saved counterexample', () => {
  it.each([smallest, tied])('is read back as it was: %o', async (instance) => {
    const folder = await temporaryFolder();
    const path = await save(folder, counterexample(instance));
    expect(await load(join(folder, path))).toEqual(counterexample(instance));
  });

  it('lies below the folder of its claim, whose folders are made', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'er');
    const path = await save(folder, counterexample());
    expect(path).toBe(join('equality', 'weights-1-1.n-2.json'));
    expect(await readdir(join(folder, 'equality'))).toEqual(['weights-1-1.n-2.json']);
  });

  it('is JSON for people, one field a line, with a last newline', async () => {
    const folder = await temporaryFolder();
    const text = await readFile(join(folder, await save(folder, counterexample())), 'utf8');
    expect(text).toBe(`${JSON.stringify(counterexample(), null, 2)}\n`);
  });

  it('is not saved twice: the first one found stays', async () => {
    const folder = await temporaryFolder();
    const first = counterexample();
    const path = await save(folder, first);
    const again = await save(folder, { ...first, found: { ...first.found, seed: 99 } });
    expect(again).toBe(path);
    expect(await listFiles(folder)).toEqual([path]);
    expect(await load(join(folder, path))).toEqual(first);
  });

  it('is kept beside those of other instances and other claims', async () => {
    const folder = await temporaryFolder();
    await save(folder, counterexample(tied));
    await save(folder, counterexample());
    await save(folder, counterexample(smallest, claimOf('win-rate-equality')));
    expect(await listFiles(folder)).toEqual([
      join('equality', 'weights-1-1.n-2.json'),
      join('equality', 'weights-2-3-5.levels-0-1-1.n-3.json'),
      join('win-rate-equality', 'weights-1-1.n-2.json'),
    ]);
  });
});

describe('the list of a store', () => {
  it('is empty where there is no folder', async () => {
    expect(await listFiles(join(await temporaryFolder(), 'absent'))).toEqual([]);
  });

  it('holds JSON files only, below all folders', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    await writeFile(join(folder, 'a', 'b', 'x.json'), '');
    await writeFile(join(folder, 'a', 'x.json.1234'), '');
    await writeFile(join(folder, 'README.md'), '');
    expect(await listFiles(folder)).toEqual([join('a', 'b', 'x.json')]);
  });

  it('is an error where the folder is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(listFiles(file)).rejects.toThrow(
      new InputError(`cannot read the folder ${file}: a part of its path is a file`),
    );
  });
});
