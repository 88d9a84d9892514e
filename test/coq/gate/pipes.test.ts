import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { embedded } from '../../../src/coq/gate/embedded.ts';
import { hashOfFiles } from '../../../src/coq/gate/fingerprint.ts';
import { cacheSecret } from '../../../src/coq/gate/secret.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { honest, saying, TINY, tinyFolder } from './tiny.ts';

/** Puts a pipe that nobody writes to in the place of a file. */
async function pipe(file: string): Promise<string> {
  await rm(file, { force: true });
  execFileSync('mkfifo', ['-m', '600', file]);
  return file;
}

test.each(['_CoqProject', 'manifest.json', 'Theorems.v'])('%s is a regular file', async (name) => {
  const proofs = await tinyFolder();
  const file = join(proofs, name);
  await pipe(file);
  const refusal = (): Promise<unknown> => checkProofs({ checker: saying(honest), proofs });
  await expect(refusal()).rejects.toThrow(`cannot read ${file}: it is not a regular file`);
  await rm(file);
  await mkdir(file);
  await expect(refusal()).rejects.toThrow(`cannot read ${file}: it is a folder`);
});

test('a device is no source', async () => {
  const proofs = await tinyFolder();
  await rm(join(proofs, 'Theorems.v'));
  await symlink('/dev/zero', join(proofs, 'Theorems.v'));
  await expect(checkProofs({ checker: saying(honest), proofs })).rejects.toThrow(
    'Theorems.v: it is not a regular file',
  );
});

test('a pipe is no kept result, and no key', async () => {
  const cache = await temporaryFolder();
  const secret = join(await temporaryFolder(), 'key');
  const options = { checker: saying(honest), proofs: TINY, cache, secret };
  await checkProofs(options);
  for (const entry of await readdir(cache)) await pipe(join(cache, entry));
  expect(await checkProofs(options)).toMatchObject({ verdict: 'proved', cached: false });
  expect(await cacheSecret(await pipe(secret))).toBeNull();
});

test('a pipe is no part of a checker', async () => {
  const folder = await temporaryFolder();
  const file = await pipe(join(folder, 'Reals.vo'));
  const absent = await hashOfFiles([file]);
  await rm(file);
  expect(await hashOfFiles([file])).toBe(absent);
  await writeFile(file, 'x');
  expect(await hashOfFiles([file])).not.toBe(absent);
  await mkdir(join(folder, 'dist-cli'));
  await pipe(join(folder, 'package.json'));
  const checker = embedded(join(folder, 'dist-cli', 'cli.cjs'));
  expect(await checker.version(AbortSignal.timeout(60_000))).toBeNull();
});
