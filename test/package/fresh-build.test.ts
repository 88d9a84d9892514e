import { cp, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../scripts/bundle.mjs';
import { freshBuild } from '../../scripts/fresh.mjs';
import { digestOfFolder } from '../../src/io/source-digest.ts';
import { temporaryFolder } from '../evidence/folder.ts';

const REAL = join(import.meta.dirname, '..', '..');
const GATE = 'src/coq/gate/gate.ts';
const DIGEST = 'src/io/source-digest.ts';

/** A checkout whose modules are a line each. */
async function checkout(): Promise<string> {
  const root = await temporaryFolder();
  for (const file of [...ENTRIES.filter((entry) => entry !== DIGEST), 'scripts/explorer/build.ts', GATE])
    await write(root, file, 'export const n = 1;');
  await cp(join(REAL, 'src', 'io'), join(root, 'src', 'io'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await write(root, file, '{ "type": "module" }');
  return root;
}

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const numberIn = async (build: string): Promise<string | undefined> =>
  /n = (\d)/.exec(await readFile(join(build, 'src', 'index.js'), 'utf8'))?.[1];

describe('a fresh build', () => {
  it('is made once for the same sources, also by two commands at once', async () => {
    const root = await checkout();
    const [one, other] = await Promise.all([freshBuild(root), freshBuild(root)]);
    expect(one).toBe(other);
    expect(await freshBuild(root)).toBe(one);
    expect(await readdir(join(root, '.build'))).toHaveLength(1);
  });

  it('is another one where a file has changed, even if its size and its time of change are put back', async () => {
    const root = await checkout();
    const file = join(root, 'src', 'index.ts');
    const then = new Date(1e12);
    await utimes(file, then, then);
    const before = await freshBuild(root);
    expect(await numberIn(before)).toBe('1');
    await writeFile(file, 'export const n = 2;');
    await utimes(file, then, then);
    const after = await freshBuild(root);
    expect(after).not.toBe(before);
    expect(await numberIn(after)).toBe('2');
  });

  it('is another one where a file is added or gone', async () => {
    const root = await checkout();
    const before = await freshBuild(root);
    await write(root, 'properties/new.ts', '');
    expect(await freshBuild(root)).not.toBe(before);
  });

  it('has a digest of the proof gate, on which cached results of proofs depend', async () => {
    const root = await checkout();
    const digest = async (): Promise<string> =>
      JSON.parse(await readFile(join(await freshBuild(root), 'digests.json'), 'utf8'))['src/coq/gate'];
    const before = await digest();
    expect(before).toBe(await digestOfFolder(join(root, 'src', 'coq', 'gate'), /\.ts$/));
    await write(root, 'properties/other.ts', '');
    expect(await digest()).toBe(before);
    await write(root, GATE, 'export const n = 2;');
    expect(await digest()).not.toBe(before);
  });

  it('leaves nothing behind where the sources are wrong', async () => {
    const root = await checkout();
    await write(root, 'src/index.ts', 'export const = ;');
    await expect(freshBuild(root)).rejects.toThrow('Build failed');
    expect(await readdir(join(root, '.build'))).toEqual([]);
  });
});
