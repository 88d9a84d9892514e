import { describe, expect, it } from 'vitest';
import { type Axis, domainOf, placeOn, wordsOf } from '../../src/pictures/axis.ts';

describe('marked numbers', () => {
  it.each([
    [
      [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1],
      ['0', '0.2', '0.4', '0.6', '0.8', '1.0'],
    ],
    [
      [-0.1, 2e-17, 0.1],
      ['-0.1', '0', '0.1'],
    ],
    [
      [0, 5, 10],
      ['0', '5', '10'],
    ],
    [
      [0.1, 0.11, 0.12],
      ['0.10', '0.11', '0.12'],
    ],
    [
      [0, 500_000, 1_000_000],
      ['0', '500000', '1000000'],
    ],
    [
      [1e9, 1e9 + 50],
      ['1e9', ''],
    ],
    [
      [-3e9, -2.5e9],
      ['-3e9', '-2.5e9'],
    ],
    [
      [123_456.7, 123_456.8],
      ['123456.7', '123456.8'],
    ],
    [
      [1e-7, 1.5e-7],
      ['1e-7', '1.5e-7'],
    ],
    [[0.25], ['0.3']],
    [[0], ['0']],
    [[], []],
  ])('have the digits that tell them apart: %j', (ticks, words) => {
    expect(wordsOf(ticks)).toEqual(words);
  });
});

describe('an axis', () => {
  const axis = (type: Axis['type'], low: number, high: number): Axis => ({
    label: 'a',
    unit: null,
    type,
    domain: domainOf(low, high),
    ticks: 5,
  });

  it('puts what is outside at its ends, and what is one number in the middle', () => {
    expect([-1, 0, 5, 10, 11].map((value) => placeOn(axis('linear', 0, 10), [100, 0], value))).toEqual([
      100, 100, 50, 0, 0,
    ]);
    expect(placeOn(axis('linear', 7, 7), [0, 2], 7)).toBeCloseTo(1, 12);
    expect(placeOn(axis('linear', 0, 0), [0, 2], 0)).toBe(1);
  });

  it('has equal steps for equal factors where it is logarithmic', () => {
    expect(placeOn(axis('log', 1, 10_000), [0, 4], 100)).toBeCloseTo(2, 12);
  });
});
