import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { idOf, index, regimes } from '../../scripts/vectors/build.ts';
import { FLAGS, flagsOf } from '../../scripts/vectors/flags.ts';
import { quantitiesOf } from '../../scripts/vectors/problem.ts';
import { render } from '../../scripts/vectors/render.ts';
import { indexSchema, jsonSchema, type Value, type Vector, vectorsSchema } from '../../scripts/vectors/schema.ts';
import { problemOf } from '../../scripts/vectors/values.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { nearest } from '../../src/policy/draws.ts';
import { decimal } from '../arithmetic/exact.ts';
import { files, names, textOf, wrongValues } from './folder.ts';

const all = files();
const instances = all.flatMap((file) => file.instances);
const given = regimes();

/** Some ids of the first version with ids, one of each file, the last ones among them. */
const OUT: readonly (readonly [id: string, name: string])[] = [
  ['uniform-0064', 'uniform K=300, n=1500'],
  ['small-0063', 'weights 1,1,1,2, n=4'],
  ['binary-0045', 'worse against better 999:1, n=1000'],
  ['geometric-0038', 'powers of 10 falling, K=10, n=1000'],
  ['rare-best-0038', 'rare worst and rare best 10^-4, n=10000'],
  ['many-outcomes-0012', 'random weights up to 4, K=300, n=4'],
  ['huge-weights-0048', '10^30 at place 5 of 5, n=1000'],
  ['tiny-masses-0048', 'middle about 10^-300, n=3'],
  ['huge-n-0038', 'weights 2,1,1,1, n=999999999'],
  ['ties-0068', 'top pair, huge n, order, n=1000000000'],
  ['edge-cases-0039', 'pi below the doubles, weights 1,3,5,7,9, n=4000'],
  ['random-0090', 'random 90, K=7, weights up to 10^3, n=4505'],
];

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
    expect(names().sort()).toEqual(
      ['index.json', 'schema.json', ...given.map(({ regime }) => `${regime}.json`)].sort(),
    );
  });

  it('lists its files and the flags of all instances', () => {
    expect(textOf('index.json')).toBe(`${JSON.stringify(indexSchema.parse(index()), null, 2)}\n`);
    expect(index().files.map(({ file, instances }) => [file, instances])).toEqual(
      given.map(({ regime, problems }) => [`${regime}.json`, problems.length]),
    );
    expect(new Set(instances.flatMap(({ flags }) => flags))).toEqual(new Set(Object.keys(FLAGS)));
    const page = readFileSync(new URL('../../docs/vectors.md', import.meta.url), 'utf8');
    for (const flag of Object.keys(FLAGS)) expect(page).toContain(`\`${flag}\``);
  });

  it('gives each instance an id by its place, and its flags', () => {
    for (const { regime, instances, flags } of all) {
      expect(instances.map(({ id }) => id)).toEqual(instances.map((_, place) => idOf(regime, place)));
      expect(instances.map((instance) => instance.flags)).toEqual(instances.map((one) => flagsOf(problemOf(one))));
      expect(new Set(instances.flatMap((instance) => instance.flags))).toEqual(new Set(Object.keys(flags)));
      for (const [flag, says] of Object.entries(flags)) expect(says).toBe(FLAGS[flag]);
    }
  });

  it('keeps the ids of instances that are out already', () => {
    const names = new Map(instances.map(({ id, name }) => [id, name]));
    for (const [id, name] of OUT) expect(names.get(id)).toBe(name);
  });

  it('has no instance near the border of an underflow, which doubles decide', () => {
    for (const vector of instances) {
      const { policy, n } = quantitiesOf(problemOf(vector));
      const share = nearest(Rational.of(policy.atoms[0] as bigint, policy.total));
      expect(Math.abs((-n * Math.log2(share)) / 1074 - 1)).toBeGreaterThan(1e-9);
    }
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
