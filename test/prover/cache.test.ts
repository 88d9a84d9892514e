import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkProofs } from '../../src/prover/check-proofs.ts';
import { honest, saying, scratch, TINY, tinyFolder } from './tiny.ts';

async function twice(between: (cache: string) => Promise<Parameters<typeof checkProofs>[0] | null>): Promise<number> {
  const cache = await scratch();
  const checker = saying(honest);
  const options = { checker, proofs: TINY, cache };
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

test('another source, manifest or version is another question', async () => {
  const cache = await scratch();
  const first = saying(honest);
  await checkProofs({ checker: first, proofs: TINY, cache });
  for (const file of ['Theorems.v', 'manifest.json']) {
    const checker = saying(honest);
    const proofs = await tinyFolder((name, text) =>
      name === file ? text.replace('a small fact', 'a fact').replace('(** A', '(** B') : text,
    );
    await checkProofs({ checker, proofs, cache });
    expect(checker.runs).toBe(1);
  }
  const newer = { ...saying(honest), version: async () => 'Coq 8.17.0' };
  await checkProofs({ checker: newer, proofs: TINY, cache });
  expect(newer.runs).toBe(1);
});

test('what was rejected is not kept', async () => {
  const cache = await scratch();
  await checkProofs({ checker: saying(() => []), proofs: TINY, cache });
  expect(await readdir(cache)).toEqual([]);
});
