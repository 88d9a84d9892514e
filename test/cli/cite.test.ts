import { expect, it } from 'vitest';
import { bibliography } from '../../properties/bibliography.ts';
import { catalogue } from '../../properties/index.ts';
import { bonafide, refusal } from './bonafide.ts';

const keysOf = (out: string): string[] => [...out.matchAll(/^@\w+\{(\w+),$/gm)].map(([, key]) => key as string);

it('every arXiv number in the sources of claims is in the bibliography, and all papers are of claims', () => {
  const numbers = catalogue.flatMap(({ source }) => source.match(/\d{4}\.\d{5}/g) ?? []);
  expect([...new Set(numbers)].sort()).toEqual(bibliography.map(({ arxiv }) => arxiv).sort());
  expect(new Set(bibliography.map(({ key }) => key)).size).toBe(bibliography.length);
});

it('cites the papers of the claims, and this program', async () => {
  const { code, out } = await bonafide('cite', 'chi-square', 'kl-bound');
  expect(code).toBe(0);
  expect(keysOf(out)).toEqual(['beirami2024guarantees', 'mroueh2024information', 'bonafide']);
  expect(out).toContain('\n  eprint = {2406.05883},\n  archivePrefix = {arXiv},\n');
  expect(out).toMatch(/\n {2}version = \{\d+\.\d+\.\d+\},\n\}\n$/);
  expect(keysOf((await bonafide('cite')).out)).toHaveLength(bibliography.length + 1);
  expect(keysOf((await bonafide('cite', 'superadditive')).out)).toEqual(['bonafide']);
  expect(await refusal('cite', 'nobody')).toMatch(/^there is no claim "nobody"/);
});
