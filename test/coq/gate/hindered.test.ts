import { readdir } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { honest, saying, TINY } from './tiny.ts';

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['Record.v: Error: System error: "No space left on device"', []],
  [
    'the record: Cannot find Reals',
    ['Failed to load pkg uri: coq-reals.coq-pkg (Error: ENOSPC: no space left on device, write)'],
  ],
])('a full disk is no rejection: %s', async (failure, lines) => {
  await expect(checkProofs({ checker: saying(() => lines, failure), proofs: TINY })).rejects.toThrow(
    `nothing was checked: the disk is full: ${lines[0] ?? failure}`,
  );
});

test('what is said of a disk by a checker that came to its end is not heard', async () => {
  const said = (job: Parameters<typeof honest>[0]): string[] => [...honest(job), 'No space left on device'];
  expect(await checkProofs({ checker: saying(said), proofs: TINY })).toMatchObject({ verdict: 'proved' });
});

test('what the file system refuses is no rejection, and leaves nothing behind', async () => {
  const folder = await temporaryFolder();
  vi.stubEnv('TMPDIR', '/nowhere/at/all');
  const checker = saying(honest);
  const refusal = (): Promise<unknown> => checkProofs({ checker, proofs: TINY });
  await expect(refusal()).rejects.toThrow(
    /^nothing was checked: cannot use \/nowhere\/at\/all\/.*: there is no such file or folder$/,
  );
  vi.stubEnv('TMPDIR', folder);
  checker.run = async () => {
    throw Object.assign(new Error(), { code: 'ENOSPC', syscall: 'write' });
  };
  await expect(refusal()).rejects.toThrow(`nothing was checked: cannot use ${folder}: the disk is full`);
  expect(await readdir(folder)).toEqual([]);
});
