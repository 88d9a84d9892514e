import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../evidence/folder.ts';
import { bash } from './process.ts';

/** Files may have so many KiB: what is left of a disk that is nearly full. */
const NEARLY_FULL = 'ulimit -f 4';

describe('what cannot be written to its end ends with 2', () => {
  it('and one sentence where the disk is full', async () => {
    expect(await bash('"$@" > /dev/full', ['claims'])).toEqual({
      code: 2,
      out: '',
      err: 'bonafide: cannot write the output: the disk is full\n',
    });
  });

  it('where a file takes a part of it', async () => {
    const file = join(await temporaryFolder(), 'claims.txt');
    const { code, err } = await bash(`${NEARLY_FULL}; "$@" > ${file}`, ['claims']);
    expect([code, err]).toEqual([2, 'bonafide: cannot write the output: the file would be larger than allowed\n']);
    expect((await stat(file)).size).toBe(4096);
  });

  it('in silence where there is nobody to tell', async () => {
    expect(await bash('"$@" > /dev/full 2> /dev/full', ['claims'])).toEqual({ code: 2, out: '', err: '' });
    expect(await bash('"$@" 2> /dev/full', ['compute', '--n', '0'])).toEqual({ code: 2, out: '', err: '' });
  });
});

describe('a report that does not fit', () => {
  it('leaves the old one as it was, and nothing else', async () => {
    const folder = await temporaryFolder();
    const old = join(folder, 'verification.json');
    await writeFile(old, 'the old report');
    const args = ['verify', 'win-rate', 'kl-bound', '--runs', '60', '--workers', '1', '--out', folder];
    const { code, out, err } = await bash(`${NEARLY_FULL}; "$@"`, args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/\nbonafide: cannot write .*verification\.json: the file would be larger than allowed\n$/);
    expect(await readdir(folder)).toEqual(['verification.json']);
    expect(await readFile(old, 'utf8')).toBe('the old report');
  });
});
