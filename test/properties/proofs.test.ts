import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { readManifest } from '../../src/coq/gate/manifest.ts';
import { PROOFS } from '../../src/coq/gate/place.ts';

const theorems = new Set((await readManifest(join(PROOFS, 'manifest.json'))).theorems.map(({ name }) => name));
const tied = catalogue.filter(({ proof }) => proof);

test.each(tied)('$id names theorems of the manifest', ({ proof }) => {
  expect(proof?.theorems.filter((name) => !theorems.has(name))).toEqual([]);
});

test('a claim that holds names its theorems', () => {
  const untied = catalogue.filter(({ expected, proof }) => expected === 'holds' && !proof).map(({ id }) => id);
  expect(untied).toEqual([]);
});

test('a falsehood names its theorems, but for those that only instances refute', () => {
  const untied = catalogue.filter(({ expected, proof }) => expected === 'fails' && !proof).map(({ id }) => id);
  expect(untied.sort()).toEqual(['distinct-outcomes', 'estimator-ratio', 'gap-upper-real', 'win-rate-cubic-real']);
});
