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

/** Their proofs are in the pages of the theory, and not yet in Coq. */
const ON_PAPER = [
  ...['best-baseline', 'best-challenger', 'best-worst-kl', 'best-worst-variation', 'coverage-win', 'hartley-david'],
  ...['jeffreys', 'kl-between-draws', 'no-repeat', 'order-free-gap', 'oscillation', 'plug-in-below'],
  ...['renyi-compression', 'win-rate-between', 'win-rate-sixth'],
];

test('a claim that holds names its theorems, or is proved on its page', () => {
  const untied = catalogue.filter(({ expected, proof }) => expected === 'holds' && !proof).map(({ id }) => id);
  expect(untied.sort()).toEqual(ON_PAPER);
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
  expect(untied.sort()).toEqual([
    ...['best-worst-symmetric', 'bon-as-tilt', 'density-at-top', 'distinct-outcomes', 'entropy-decreases'],
    ...['estimator-ratio', 'gap-upper-real', 'k2-unbiased', 'kl-additive-iteration', 'plug-in-best-of-n'],
    ...['std-transport', 'uniform-maximises-kl', 'value-baseline', 'win-rate-cubic-real'],
  ]);
});
