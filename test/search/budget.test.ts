import { expect, it } from 'vitest';
import { extentOf, inProportion } from '../../src/search/budget.ts';
import { MOST_COST } from '../../src/search/cost.ts';
import { truth } from './planted.ts';

const extent = extentOf(truth, 'canonical');

it('shrinks all parts of a search in proportion, down to a first look', () => {
  expect(inProportion(extent, 25_000)).toEqual({
    ...extent,
    runs: 25_000,
    exhaustive: 7,
    grid: 7,
    far: { draws: 100, manyAtoms: 12, maxAtoms: 10_000 },
    climbs: 1_000,
    mostCost: MOST_COST / 2,
  });
  expect(inProportion(extent, 1)).toMatchObject({ exhaustive: 5, grid: 0, climbs: 1, mostCost: 100_000 });
  expect(inProportion(extent, 0)).toMatchObject({ exhaustive: 5, grid: 0, climbs: 0 });
});

it('leaves the parts as they are where as many instances are searched as usual, or more', () => {
  expect(inProportion(extent, 50_000)).toEqual(extent);
  expect(inProportion(extent, 60_000)).toEqual({ ...extent, runs: 60_000 });
});
