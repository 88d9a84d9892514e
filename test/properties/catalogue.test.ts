import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, SOURCES } from '../../properties/index.ts';

const root = new URL('../../', import.meta.url);
const PAGES = ['theory.md', 'theory-neighbours.md', 'theory-ours.md', 'theory-selections.md', 'theory-falsehoods.md'];
const theory = PAGES.map((page) => readFileSync(new URL(`docs/${page}`, root), 'utf8')).join('\n');

describe('the catalogue', () => {
  it('gives every claim an id of its own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('lists every file of a source’s folder, each of which holds the claim that it is named after', () => {
    const isSource = (folder: string): boolean =>
      readdirSync(new URL(`properties/${folder}`, root)).includes('index.ts');
    const folders = readdirSync(new URL('properties/', root), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isSource(entry.name))
      .map(({ name }) => name);
    expect(folders).toHaveLength(SOURCES.length);
    const files = folders.flatMap((folder) => readdirSync(new URL(`properties/${folder}`, root)));
    const ids = files.filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''));
    expect(ids.sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });

  it('says of every source where it is from and which page treats it', () => {
    for (const { citation, page, claims } of SOURCES) {
      expect(citation).toMatch(/arXiv|this project|papers/);
      expect(existsSync(new URL(page, root))).toBe(true);
      expect(claims.length).toBeGreaterThan(0);
    }
  });

  it('gives every claim its own title and statement', () => {
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ statement }) => statement)).size).toBe(catalogue.length);
  });

  it('is held to shares of the regimes, and asks in every claim for at least one atom and draw', () => {
    for (const { shares, domain } of catalogue) {
      expect(Object.keys(shares).length).toBeGreaterThan(0);
      expect(Math.min(domain.atoms, domain.draws)).toBeGreaterThanOrEqual(1);
    }
  });
});

describe.each(catalogue)('the claim $id', ({ id, source, hypotheses }) => {
  it('has one anchor in the theory page', () => {
    expect(theory.split(`<a id="claim-${id}"></a>`)).toHaveLength(2);
  });

  it('names its source and its hypotheses', () => {
    expect(source.length).toBeGreaterThan(10);
    expect(hypotheses).toMatch(/n (?:[≥=∈]|from \d)/);
  });
});

describe('the theory pages', () => {
  it('have no anchor of a claim that is not in the catalogue', () => {
    const anchors = [...theory.matchAll(/<a id="claim-([^"]*)"><\/a>/g)].map(([, id]) => id);
    expect(anchors.sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });
});
