import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atomCount,
  compareInstances,
  hasTies,
  type Instance,
  instanceFromJson,
  instanceKey,
  instanceToJson,
  policyOf,
  untied,
} from '../../src/claims/instance.ts';
import { InputError } from '../../src/policy/errors.ts';

const options = { seed: 1, numRuns: 300 };

const instance = fc
  .tuple(
    fc.array(fc.tuple(fc.oneof(fc.bigInt(1n, 3n), fc.bigInt(1n, 10n ** 30n)), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([entries, n]): Instance => {
    let level = -1;
    const ranks = entries.map(([, ties], i) => {
      if (i === 0 || !ties) level += 1;
      return level;
    });
    return { weights: entries.map(([weight]) => weight), ranks, n };
  });

describe('an instance', () => {
  it('comes back from JSON text as it was', () => {
    fc.assert(
      fc.property(instance, (x) => {
        expect(instanceFromJson(JSON.parse(JSON.stringify(instanceToJson(x))))).toEqual(x);
      }),
      options,
    );
  });

  it('writes integers as strings, and levels only where something ties', () => {
    expect(instanceToJson(untied([10n ** 20n, 1n], 3))).toEqual({ weights: ['100000000000000000000', '1'], n: 3 });
    expect(instanceToJson({ weights: [1n, 2n], ranks: [0, 0], n: 3 })).toEqual({
      weights: ['1', '2'],
      ranks: [0, 0],
      n: 3,
    });
  });

  it('counts its levels', () => {
    expect([atomCount(untied([1n, 2n, 3n], 2)), hasTies(untied([1n, 2n, 3n], 2))]).toEqual([3, false]);
    const tied = { weights: [1n, 2n, 3n], ranks: [0, 1, 1], n: 2 };
    expect([atomCount(tied), hasTies(tied)]).toEqual([2, true]);
    expect(policyOf(tied).atoms).toEqual([1n, 5n]);
    expect([atomCount(untied([], 1)), hasTies(untied([], 1))]).toEqual([0, false]);
  });

  it('has a key of its own', () => {
    fc.assert(
      fc.property(instance, instance, (x, y) => {
        const same = JSON.stringify(instanceToJson(x)) === JSON.stringify(instanceToJson(y));
        expect(instanceKey(x) === instanceKey(y)).toBe(same);
      }),
      options,
    );
  });
});

describe('instanceFromJson refuses', () => {
  it.each(['0', '-1', '01', '1.0', '', ' 1', '1e3', 'x'])('the weight %j', (weight) => {
    expect(() => instanceFromJson({ weights: ['1', weight], n: 2 })).toThrow(InputError);
    expect(() => instanceFromJson({ weights: ['1', weight], n: 2 })).toThrow(
      `the weight ${JSON.stringify(weight)} is not a positive integer`,
    );
  });

  it.each([[[1, 2]], [[0, 2]], [[-1, 0]]])('the levels %j', (ranks) => {
    expect(() => instanceFromJson({ weights: ['1', '1'], ranks, n: 2 })).toThrow(InputError);
    expect(() => instanceFromJson({ weights: ['1', '1'], ranks, n: 2 })).toThrow('the ranks must start at 0');
  });

  it('levels that fall or are too few, and no weights at all', () => {
    expect(() => instanceFromJson({ weights: ['1', '1', '1'], ranks: [0, 1, 0], n: 2 })).toThrow(InputError);
    expect(() => instanceFromJson({ weights: ['1', '1'], ranks: [0], n: 2 })).toThrow(InputError);
    expect(() => instanceFromJson({ weights: [], n: 2 })).toThrow(InputError);
  });
});

describe('compareInstances', () => {
  it('goes by total weight, then K, n, weights, and has ties after no ties', () => {
    const ascending: Instance[] = [
      untied([5n], 9),
      untied([1n, 4n], 2),
      untied([2n, 3n], 2),
      { weights: [2n, 3n], ranks: [0, 0], n: 2 },
      untied([4n, 1n], 2),
      untied([1n, 4n], 3),
      untied([1n, 1n, 3n], 2),
      untied([6n], 1),
    ];
    for (const [i, x] of ascending.entries()) {
      for (const [j, y] of ascending.entries()) expect(compareInstances(x, y)).toBe(Math.sign(i - j));
    }
  });

  it('is a total order: 0 for equal keys only, odd, and transitive', () => {
    fc.assert(
      fc.property(instance, instance, instance, (x, y, z) => {
        expect(compareInstances(x, y) === 0).toBe(instanceKey(x) === instanceKey(y));
        expect(compareInstances(x, y) + compareInstances(y, x)).toBe(0);
        if (compareInstances(x, y) <= 0 && compareInstances(y, z) <= 0) expect(compareInstances(x, z) <= 0).toBe(true);
      }),
      options,
    );
  });

  it('takes weights beyond double precision for what they are', () => {
    expect(compareInstances(untied([10n ** 30n], 1), untied([10n ** 30n + 1n], 1))).toBe(-1);
  });
});
