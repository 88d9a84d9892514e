import { existsSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { save } from '../../src/evidence/store.ts';
import { readText } from '../../src/io/read-text.ts';
import { makeFolder, writeWhole } from '../../src/io/write-whole.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';

describe('a file is written whole', () => {
  it('and nothing else is left in its folder', async () => {
    const folder = await temporaryFolder();
    await writeWhole(join(folder, 'a.txt'), 'first');
    await writeWhole(join(folder, 'a.txt'), 'second');
    expect(await readdir(folder)).toEqual(['a.txt']);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('second');
  });

  it('by putting a new file into the place of the old one, so that nobody reads half of it', async () => {
    const folder = await temporaryFolder();
    const [file, other] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
    await writeFile(file, 'old');
    await link(file, other);
    await writeWhole(file, 'new');
    expect([await readFile(file, 'utf8'), await readFile(other, 'utf8')]).toEqual(['new', 'old']);
  });
});

describe('every byte of it is on the disk', () => {
  /** Changes what open files do until the test is over. */
  async function handles(folder: string): Promise<FileHandle> {
    const handle = await open(folder);
    onTestFinished(() => void vi.restoreAllMocks());
    await handle.close();
    return Object.getPrototypeOf(handle);
  }

  it('and its entry in the folder, before it is said to be written', async () => {
    const folder = await temporaryFolder();
    const sync = vi.spyOn(await handles(folder), 'sync');
    await writeWhole(join(folder, 'a.txt'), 'text');
    expect(sync).toHaveBeenCalledTimes(2);
  });

  it('where the file system takes one at a time', async () => {
    const folder = await temporaryFolder();
    const all = await handles(folder);
    const { write } = all;
    vi.spyOn(all, 'write').mockImplementation(function (this: FileHandle, bytes: unknown, at?: unknown) {
      return Reflect.apply(write, this, [bytes, at ?? 0, 1]);
    });
    await writeWhole(join(folder, 'a.txt'), 'text');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('text');
  });

  it('or nothing is in its place, where the file system says that it took what it did not', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.txt');
    await writeFile(file, 'old');
    vi.spyOn(await handles(folder), 'write').mockResolvedValue({ bytesWritten: 4, buffer: 'text' });
    await expect(writeWhole(file, 'text')).rejects.toThrow(
      new InputError(`cannot write ${file}: 0 of 4 bytes were written`),
    );
    expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['a.txt'], 'old']);
  });

  it.each([
    ['EINVAL', true],
    ['EIO', false],
  ])('but for the entry where a folder cannot be: %s', async (code, isWritten) => {
    const folder = await temporaryFolder();
    const all = await handles(folder);
    const { sync } = all;
    vi.spyOn(all, 'sync').mockImplementation(async function (this: FileHandle) {
      if ((await this.stat()).isDirectory()) throw Object.assign(new Error(`${code}: no`), { code });
      return Reflect.apply(sync, this, []);
    });
    const file = join(folder, 'a.txt');
    const written = writeWhole(file, 'text');
    if (isWritten) await written;
    else await expect(written).rejects.toThrow(new InputError(`cannot write ${file}: EIO: no`));
  });
});

describe('or not at all', () => {
  it('where a part of the path is a file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), 'text');
    const place = join(folder, 'file', 'a.txt');
    await expect(writeWhole(place, 'x')).rejects.toThrow(
      new InputError(`cannot write ${place}: a part of its path is a file`),
    );
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('where the folder is missing', async () => {
    const place = join(await temporaryFolder(), 'absent', 'a.txt');
    await expect(writeWhole(place, 'x')).rejects.toThrow(
      new InputError(`cannot write ${place}: there is no such file or folder`),
    );
  });

  it('where a folder is in its place, which stays alone', async () => {
    const folder = await temporaryFolder();
    const place = join(folder, 'a.txt');
    await mkdir(place);
    await expect(writeWhole(place, 'x')).rejects.toThrow(new InputError(`cannot write ${place}: it is a folder`));
    expect(await readdir(folder)).toEqual(['a.txt']);
  });
});

describe('places that cannot be used are named', () => {
  it('a folder that is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toThrow(new InputError(`cannot make the folder ${file}: it is a file`));
  });

  it('a folder below a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(makeFolder(join(file, 'x'))).rejects.toThrow(/file\/x: a part of its path is a file$/);
  });

  it.runIf(existsSync('/proc/self'))('a folder that the system refuses to make', async () => {
    await expect(makeFolder('/proc/bonafide/x')).rejects.toThrow('cannot make the folder /proc/bonafide/x: ');
  });

  it("a claim's folder that is a file", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'equality'), '');
    await expect(save(folder, counterexample())).rejects.toThrow(/equality: it is a file$/);
    expect(await readdir(folder)).toEqual(['equality']);
  });

  it('a text that is a folder or missing', async () => {
    const folder = await temporaryFolder();
    await expect(readText(folder)).rejects.toThrow(new InputError(`cannot read ${folder}: it is a folder`));
    await expect(readText(join(folder, 'absent'))).rejects.toThrow(/absent: there is no such file or folder$/);
  });
});
