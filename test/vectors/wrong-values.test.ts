import { describe, expect, it } from 'vitest';
import { type Vector, vectorsSchema } from '../../scripts/vectors/schema.ts';
import { files, wrongValues } from './folder.ts';

const all = files();

describe('a wrong value is seen', () => {
  const right = all.flatMap(({ instances }) => instances).find(({ name }) => name === 'weights 1,2, n=2') as Vector;
  const keys = Object.keys(right.values) as (keyof Vector['values'])[];

  /** The same number but for its last digit. */
  const slipped = (text: string): string => text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

  it.each(keys)('in %s', (key) => {
    const broken = structuredClone(right);
    const value = key === 'pmf' ? broken.values.pmf?.at(-1) : broken.values[key];
    if (value === undefined) throw new Error('there is no such value');
    Object.assign(value, { hi: slipped(value.hi) });
    expect(wrongValues(right)).toEqual([]);
    expect(wrongValues(broken)).toEqual([key]);
  });

  it.each([
    ['an exact form', (v: Vector) => Object.assign(v.values.kl, { exact: '0' }), ['kl']],
    ['a law that is left out', (v: Vector) => delete v.values.pmf, ['pmf', '9 values']],
    ['other weights', (v: Vector) => (v.weights[1] = '3'), expect.arrayContaining(['kl', 'gap', 'winRate', 'pmf'])],
  ])('in %s', (_, change, expected) => {
    const broken = structuredClone(right);
    change(broken);
    expect(wrongValues(broken)).toEqual(expected);
  });

  it.each([
    ['a weight of 0', (v: Vector) => (v.weights[0] = '0')],
    ['a third rule of ties', (v: Vector) => Object.assign(v, { ties: 'distinct' })],
    ['a number for a string', (v: Vector) => Object.assign(v.values.kl, { lo: 0.1 })],
    ['a value that is left out', (v: Vector) => Object.assign(v.values, { kl: undefined })],
    ['a field too many', (v: Vector) => Object.assign(v.values, { tv: v.values.kl })],
  ])('by the schema, for %s', (_, change) => {
    const file = structuredClone(all[0] as (typeof all)[number]);
    change(file.instances[0] as Vector);
    expect(vectorsSchema.safeParse(file).success).toBe(false);
  });
});
