import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';

const root = new URL('../../', import.meta.url);
const PAGES = ['theory.md', 'theory-neighbours.md', 'theory-ours.md', 'theory-falsehoods.md'];
const theory = PAGES.map((page) => readFileSync(new URL(`docs/${page}`, root), 'utf8')).join('\n');

/** Files in properties/ that hold no claim. */
const NO_CLAIMS = ['atoms.ts', 'below-best.ts', 'index.ts', 'second-ways.ts', 'sharpness.ts', 'steps.ts'];

describe('the catalogue', () => {
  it('gives every claim an id of its own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('lists every file of properties/ that holds a claim, named after its claim', () => {
    const files = readdirSync(new URL('properties/', root)).filter(
      (name) => name.endsWith('.ts') && !NO_CLAIMS.includes(name),
    );
    expect(catalogue.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
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
