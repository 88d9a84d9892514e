import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../properties/index.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

const root = new URL('../../', import.meta.url);
const theory = readFileSync(new URL('docs/theory.md', root), 'utf8');

/** Files in properties/ that hold no claim. */
const NO_CLAIMS = ['index.ts', 'second-ways.ts'];

describe('the catalogue', () => {
  it('gives every claim an id of its own', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('lists every file of properties/ that holds a claim, named after its claim', () => {
    const files = readdirSync(new URL('properties/', root)).filter((name) => !NO_CLAIMS.includes(name));
    expect(catalogue.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('gives every claim its own title and statement', () => {
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ statement }) => statement)).size).toBe(catalogue.length);
  });

  it('holds two falsehoods and no open question', () => {
    const falsehoods = catalogue.filter(({ expected }) => expected === 'fails');
    expect(falsehoods.map(({ id }) => id)).toEqual(['equality', 'win-rate-equality']);
    expect(catalogue.filter(({ expected }) => expected === 'open')).toEqual([]);
  });

  it('lets theorems speak of every policy and n, and falsehoods of K ≥ 2 and n ≥ 2', () => {
    for (const { expected, domain } of catalogue) {
      expect(domain).toEqual(expected === 'holds' ? { atoms: 1, draws: 1 } : { atoms: 2, draws: 2 });
    }
  });

  it('is held to the common shares', () => {
    for (const { shares } of catalogue) expect(shares).toEqual(COMMON_SHARES);
  });
});

describe.each(catalogue)('the claim $id', ({ id, source, hypotheses }) => {
  it('has one anchor in the theory page', () => {
    expect(theory.split(`<a id="claim-${id}"></a>`)).toHaveLength(2);
  });

  it('names its source and its hypotheses', () => {
    expect(source).toMatch(/arXiv 2401\.01879/);
    expect(hypotheses).toMatch(/n ≥ [12]/);
  });
});

describe('the theory page', () => {
  it('has no anchor of a claim that is not in the catalogue', () => {
    const anchors = [...theory.matchAll(/<a id="claim-([^"]*)"><\/a>/g)].map(([, id]) => id);
    expect(anchors.sort()).toEqual(catalogue.map(({ id }) => id).sort());
  });
});
