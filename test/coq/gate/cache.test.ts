import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { coqc } from '../../../src/coq/gate/coqc.ts';
import { cacheSecret } from '../../../src/coq/gate/secret.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { honest, program, saying, TINY, tinyFolder } from './tiny.ts';

async function twice(between: (cache: string) => Promise<Parameters<typeof checkProofs>[0] | null>): Promise<number> {
  const cache = await temporaryFolder();
  const checker = saying(honest);
  const options = { checker, proofs: TINY, cache, secret: join(await temporaryFolder(), 'key') };
  await checkProofs(options);
  const changed = await between(cache);
  const again = await checkProofs({
    ...options,
    ...changed,
    cache,
    checker: Object.assign(changed?.checker ?? checker, {}),
  });
  expect(again.verdict).toBe('proved');
  expect(again.cached).toBe(checker.runs === 1 && changed === null);
  return checker.runs;
}

test('what was checked is not checked again', async () => {
  expect(await twice(async () => null)).toBe(1);
});

test('a damaged cache is no cache', async () => {
  for (const damage of [
    (text: string) => text.slice(0, -9),
    (text: string) => text.replace('nonneg', 'nonpos'),
    () => '',
  ]) {
    const runs = await twice(async (cache) => {
      for (const file of await readdir(cache)) {
        await writeFile(join(cache, file), damage(await readFile(join(cache, file), 'utf8')));
      }
      return null;
    }).catch((error: Error) => error.message);
    expect(runs).not.toBe(1);
  }
});

test('another source, manifest, project, version, library or key is another question', async () => {
  const cache = await temporaryFolder();
  const secret = join(await temporaryFolder(), 'key');
  await checkProofs({ checker: saying(honest), proofs: TINY, cache, secret });
  const edits: Record<string, [string, string]> = {
    'Theorems.v': ['(** A', '(** B'],
    'manifest.json': ['a small fact', 'a fact'],
    _CoqProject: ['Tiny', 'Other'],
  };
  for (const [file, [from, to]] of Object.entries(edits)) {
    const checker = saying(honest);
    const proofs = await tinyFolder((name, text) =>
      name === file ? text.replace(from, to) : file === '_CoqProject' ? text.replace('From Tiny', 'From Other') : text,
    );
    expect(await checkProofs({ checker, proofs, cache, secret })).toMatchObject({ verdict: 'proved', cached: false });
    expect(checker.runs).toBe(1);
  }
  const newer = { ...saying(honest), version: async () => 'Coq 8.17.0' };
  const elsewhere = { ...saying(honest), fingerprint: async () => 'another library' };
  for (const checker of [newer, elsewhere]) {
    await checkProofs({ checker, proofs: TINY, cache, secret });
    expect(checker.runs).toBe(1);
  }
  const other = saying(honest);
  await checkProofs({ checker: other, proofs: TINY, cache, secret: join(await temporaryFolder(), 'key') });
  expect(other.runs).toBe(1);
});

test('a forged entry is none, even with a hash that fits', async () => {
  const runs = await twice(async (cache) => {
    for (const file of await readdir(cache)) {
      const { report } = JSON.parse(await readFile(join(cache, file), 'utf8'));
      const forged = { ...report, axioms: [] };
      const seal = createHash('sha256')
        .update(JSON.stringify([file.replace('.json', ''), forged]))
        .digest('hex');
      await writeFile(join(cache, file), JSON.stringify({ seal, report: forged }));
    }
    return {} as Parameters<typeof checkProofs>[0];
  });
  expect(runs).toBe(2);
});

test('a key gets its place whole: a process that is killed leaves none that is cut off', async () => {
  const folder = await temporaryFolder();
  for (let round = 0; round < 20; round += 1) {
    const file = join(folder, String(round), 'key');
    let isMade = false;
    const sizes = new Set<number | undefined>();
    const look = (): void => {
      sizes.add(statSync(file, { throwIfNoEntry: false })?.size);
      if (!isMade) setImmediate(look);
    };
    look();
    expect(await cacheSecret(file)).toHaveLength(32);
    isMade = true;
    expect([...sizes].filter((size) => size !== undefined && size !== 32)).toEqual([]);
    expect(await readdir(join(file, '..'))).toEqual(['key']);
  }
});

test('a key that others can read, or that is a link, is no key', async () => {
  const file = join(await temporaryFolder(), 'cache', 'key');
  const key = await cacheSecret(file);
  expect(key).toHaveLength(32);
  expect(await cacheSecret(file)).toEqual(key);
  const link = join(await temporaryFolder(), 'link');
  await symlink(file, link);
  expect(await cacheSecret(link)).toBeNull();
  await chmod(file, 0o644);
  expect(await cacheSecret(file)).toBeNull();
});

test('what was rejected is not kept', async () => {
  const cache = await temporaryFolder();
  await checkProofs({ checker: saying(() => []), proofs: TINY, cache, secret: join(await temporaryFolder(), 'key') });
  expect(await readdir(cache)).toEqual([]);
});

test('what rests on an unknown library is neither kept nor recalled', async () => {
  const cache = await temporaryFolder();
  const secret = join(await temporaryFolder(), 'key');
  const unknown = { ...saying(honest), fingerprint: async () => null };
  expect(await checkProofs({ checker: unknown, proofs: TINY, cache, secret })).toMatchObject({ verdict: 'proved' });
  expect(await readdir(cache)).toEqual([]);
});

test.each([
  ['says that it cannot tell', `console.log(process.argv[1]); process.exit(1)`],
  ['says nothing', ''],
  ['names a folder that is not there', `console.log('/nowhere/coq')`],
  ['names a folder without a library', `console.log(require('node:path').dirname(process.argv[1]))`],
])('a coqc that is asked for its library and %s has no fingerprint', async (_what, body) => {
  const path = await program(join(await temporaryFolder(), 'coqc'), body);
  expect(await coqc({ coqc: path, coqchk: path }).fingerprint(AbortSignal.timeout(60_000))).toBeNull();
});
