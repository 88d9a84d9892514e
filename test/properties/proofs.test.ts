import { readFileSync } from 'node:fs';
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

test('what the pages call proved is proved with nothing left out', () => {
  const page = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const rows = [...page('docs/theory.md').matchAll(/^\| \[`([a-z0-9-]+)`\].*\| ([^|]*) \|$/gm)];
  const called = rows.filter(([, , status]) => /proved in Coq\s*$/.test(status ?? '')).map(([, id]) => id);
  expect(called).toContain('estimator-upper');
  expect(page('README.md')).toContain('Conjecture 4.4 (proved)');
  for (const id of called)
    expect(catalogue.find((claim) => claim.id === id)?.proof).toMatchObject({ theorems: expect.anything() });
  for (const id of called) expect(catalogue.find((claim) => claim.id === id)?.proof?.beyond).toBeUndefined();
});

test('a falsehood names its theorems, but for those that only instances refute', () => {
  const untied = catalogue.filter(({ expected, proof }) => expected === 'fails' && !proof).map(({ id }) => id);
  expect(untied.sort()).toEqual(['distinct-outcomes', 'estimator-ratio', 'gap-upper-real', 'win-rate-cubic-real']);
});
