import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { provenance } from '../../src/evidence/counterexample.ts';
import { listFiles, load, save } from '../../src/evidence/store.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from './folder.ts';
import { claimOf, counterexample, equality, search, smallest, tied } from './refuted.ts';

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
    const again = await save(folder, { ...first, found: provenance({ ...search, seed: 99 }) });
    expect(again).toBe(path);
    expect(await listFiles(folder)).toEqual([path]);
    expect(await load(join(folder, path))).toEqual(first);
  });

  it('is not taken for one of another instance that has its name', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [counterexample(), counterexample(tied)];
    const file = join(folder, await save(folder, one));
    await writeFile(file, JSON.stringify(other));
    await expect(save(folder, one)).rejects.toThrow(
      new InputError(`${file} contains a different counterexample than its name says; move the file away`),
    );
    expect(await load(file)).toEqual(other);
  });

  it.each<[string, Partial<Instance>]>([
    ['continuous parts', { continuousParts: [1] }],
    ['auxiliary weights', { auxiliary: [1n, 0n] }],
  ])('is kept beside one that differs in its %s only', async (_, more) => {
    const folder = await temporaryFolder();
    const real = { ...equality, domain: { ...equality.domain, realDraws: true, continuousParts: true } as const };
    const plain = untied([1n, 399n], 1.25);
    const paths = [
      await save(folder, counterexample(plain, real)),
      await save(folder, counterexample({ ...plain, ...more }, real)),
    ];
    expect(await listFiles(folder)).toEqual(paths.sort());
    expect(new Set(paths).size).toBe(2);
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

describe('nothing is saved outside the folder', () => {
  it.each([
    ['the folder of its claim', 'equality', /equality: it is a symbolic link out of the folder$/],
    ['its file', join('equality', 'weights-1-1.n-2.json'), /2\.json: it exists and is not a regular file/],
  ])('where %s is a link', async (_, name, message) => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(elsewhere, join(folder, name));
    await expect(save(folder, counterexample())).rejects.toThrow(message);
    expect(await readdir(elsewhere)).toEqual([]);
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

  it('holds regular files only: no links, which may lead elsewhere, and no pipes, which would be waited for', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(elsewhere, 'x.json'), '');
    await symlink(join(elsewhere, 'x.json'), join(folder, 'link.json'));
    await symlink(elsewhere, join(folder, 'folder'));
    await symlink(folder, join(folder, 'loop'));
    await promisify(execFile)('mkfifo', [join(folder, 'pipe.json')]);
    await mkdir(join(folder, 'folder.json'));
    expect(await listFiles(folder)).toEqual([]);
  });

  it('is an error where the folder is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(listFiles(file)).rejects.toThrow(
      new InputError(`cannot read the folder ${file}: a part of its path is a file`),
    );
  });
});
