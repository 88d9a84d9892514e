import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regimes } from '../../scripts/vectors/build.ts';
import { render } from '../../scripts/vectors/render.ts';
import { jsonSchema, type Value, type Vector, vectorsSchema } from '../../scripts/vectors/schema.ts';
import { problemOf } from '../../scripts/vectors/values.ts';
import { decimal } from '../arithmetic/exact.ts';
import { files, names, textOf, wrongValues } from './folder.ts';

const all = files();
const instances = all.flatMap((file) => file.instances);
const given = regimes();

/** One in so many is worked out again here, all of them in the slow test. */
const STRIDE = 7;
const sample = instances.filter((_, place) => place % STRIDE === 5);

describe('the folder of test vectors', () => {
  it('holds the schema of the zod schema, to the byte', () => {
    expect(textOf('schema.json')).toBe(jsonSchema());
  });

  it('is as large as its page says', () => {
    const values = instances.reduce((sum, { values: { pmf = [], ...others } }) => {
      return sum + pmf.length + Object.keys(others).length;
    }, 0);
    const page = readFileSync(new URL('../../docs/vectors.md', import.meta.url), 'utf8');
    expect(page).toContain(
      `holds ${instances.length} instances of best-of-n sampling with ${values.toLocaleString('en')} values`,
    );
    for (const { regime } of given) expect(page).toContain(`| \`${regime}\``);
  });

  it('holds one file for each regime and nothing else', () => {
    expect(names().sort()).toEqual(['schema.json', ...given.map(({ regime }) => `${regime}.json`)].sort());
  });

  it('holds at least 500 instances of different names, in at most 2 MB', () => {
    expect(new Set(instances.map(({ name }) => name)).size).toBe(instances.length);
    expect(instances.length).toBeGreaterThanOrEqual(500);
    expect(names().reduce((size, name) => size + textOf(name).length, 0)).toBeLessThan(2_000_000);
  });
});

describe.each(all)('the file of $regime', (file) => {
  it('is of the stated form and printed as the generator prints', () => {
    expect(vectorsSchema.parse(file)).toEqual(file);
    expect(textOf(`${file.regime}.json`)).toBe(render(file));
  });

  it('states the instances of the generator', () => {
    const regime = given.find(({ regime }) => regime === file.regime);
    expect(file.catches).toBe(regime?.catches);
    expect(file.instances.map(problemOf)).toEqual(regime?.problems);
  });

  it('states the law wherever there are few outcomes', () => {
    for (const { weights, values } of file.instances) {
      expect(values.pmf?.length).toBe(weights.length <= 10 ? weights.length : undefined);
    }
  });
});

describe('every stated value', () => {
  const valuesOf = ({ values: { pmf = [], ...others } }: Vector) => [...Object.values(others), ...pmf];

  it('is certain to 50 digits, and its exact form short', () => {
    for (const vector of instances) {
      for (const { lo, hi, exact } of valuesOf(vector)) {
        const width = decimal(hi).minus(lo);
        expect(width.gte(0) && width.lte(decimal(lo).times('1e-50')), `${vector.name}: ${lo}, ${hi}`).toBe(true);
        expect(exact?.length ?? 0).toBeLessThanOrEqual(100);
      }
    }
  });

  it('fits the others: formula = kl + gap, kl <= both estimators <= formula, 1/2 <= win rate <= its bound, Σπ = 1', () => {
    for (const { name, values: v } of instances) {
      const sum = (end: 'lo' | 'hi', ...terms: Value[]) => terms.reduce((all, x) => all.plus(x[end]), decimal('0'));
      const atMost = (a: Value, b: Value) => expect(decimal(a.lo).lte(b.hi), name).toBe(true);
      const half = { lo: '0.5', hi: '0.5', exact: '1/2' };
      expect(sum('lo', v.kl, v.gap).lte(v.formula.hi) && sum('hi', v.kl, v.gap).gte(v.formula.lo), name).toBe(true);
      for (const [a, b] of [
        [v.kl, v.estimatorBest],
        [v.kl, v.estimatorMean],
        [v.estimatorBest, v.formula],
      ] as const)
        atMost(a, b);
      for (const [a, b] of [
        [v.estimatorMean, v.formula],
        [half, v.winRate],
        [v.winRate, v.winRateBound],
      ] as const)
        atMost(a, b);
      if (v.pmf) expect(sum('lo', ...v.pmf).lte(1) && sum('hi', ...v.pmf).gte(1), name).toBe(true);
    }
  });
});

describe('the stated values', () => {
  it.each(sample)('are printed again for $name', (vector) => {
    expect(wrongValues(vector)).toEqual([]);
  });
});
