import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claims/claim.ts';
import { statedRelations } from '../../src/claims/stated.ts';
import { coin, planted, rational } from './planted.ts';

const half = rational('1/2');
const side = { name: 'one half', value: half };
const good = { left: side, is: '≤', right: side };

const stated = (relations: unknown): unknown[] => [
  ...statedRelations(planted({ relations: () => relations as ReturnType<Claim['relations']> }), coin),
];

/** A real without one of its methods. */
const without = (method: 'approximate' | 'enclose'): object =>
  Object.defineProperty(Object.create(half), method, { value: undefined });

const NO_REAL = /^the (left|right) side, half, is not a real/;

describe('what a claim states', () => {
  it.each([
    ['an array', [good]],
    ['a generator', [good].values()],
    ['a set', new Set([good])],
  ])('comes from %s', (_, all) => {
    expect(stated(all)).toEqual([good]);
  });

  it.each<[string, unknown, RegExp]>([
    ['nothing iterable', good, /^relations must return an iterable of relations/],
    ['null', null, /^relations must return an iterable of relations/],
    ['a text', 'x ≤ y', /^relations must return an iterable of relations/],
    ['no relation at all', [], /^it returns no relation for this instance/],
    ['a number for a relation', [good, 1], /^a relation must be made by atMost or equal$/],
    ['null for a relation', [good, null], /^a relation must be made by atMost or equal$/],
    ['another relation', [{ ...good, is: '≥' }], /^a relation must be one of ≤, <, =, ≠$/],
    ['no relation sign', [{ left: side, right: side }], /^a relation must be one of ≤, <, =, ≠$/],
  ])('is refused: %s', (_, relations, message) => {
    expect(() => stated(relations)).toThrow(message);
  });

  it.each<[string, unknown, RegExp]>([
    ['missing', undefined, /^the (left|right) side has no name$/],
    ['without a name', { value: half }, /^the (left|right) side has no name$/],
    ['without a value', { name: 'half' }, NO_REAL],
    ['a number', { name: 'half', value: 0.5 }, NO_REAL],
    ['null', { name: 'half', value: null }, NO_REAL],
    [
      'a function',
      { name: 'half', value: Object.assign(() => half, { approximate: half.approximate, enclose: half.enclose }) },
      NO_REAL,
    ],
    ['without an approximation', { name: 'half', value: without('approximate') }, NO_REAL],
    ['without an enclosure', { name: 'half', value: without('enclose') }, NO_REAL],
  ])('is refused where either side is %s', (_, bad, message) => {
    expect(() => stated([{ ...good, left: bad }])).toThrow(message);
    expect(() => stated([{ ...good, right: bad }])).toThrow(message);
    expect(() => stated([{ ...good, left: bad }])).toThrow('the left side');
    expect(() => stated([{ ...good, right: bad }])).toThrow('the right side');
  });
});
