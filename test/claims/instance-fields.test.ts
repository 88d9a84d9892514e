import { describe, expect, it } from 'vitest';
import {
  bestOfNAt,
  compareInstances,
  hasTies,
  type Instance,
  instanceFromJson,
  instanceKey,
  instanceToJson,
  policyOf,
  quantitiesOf,
  untied,
} from '../../src/claims/instance.ts';
import { textsOf, valuesOf } from '../../src/claims/instance-fields.ts';
import type { InstanceJson } from '../../src/claims/instance-schema.ts';
import { InputError } from '../../src/policy/errors.ts';

const plain = untied([1n, 2n, 3n], 2);
const tied: Instance = { ...plain, ranks: [0, 0, 1] };
const full: Instance = {
  ...tied,
  n: 4,
  ties: 'order',
  continuousParts: [2],
  auxiliary: [0n, 5n, 1n],
  selection: 'worst-of-n',
};
const JSON_OF_FULL: InstanceJson = {
  weights: ['1', '2', '3'],
  ranks: [0, 0, 1],
  n: 4,
  ties: 'order',
  continuousParts: [2],
  auxiliary: ['0', '5', '1'],
  selection: 'worst-of-n',
};

describe('the fields of an instance', () => {
  it('are empty at their defaults', () => {
    expect(valuesOf(plain)).toEqual({
      weights: [1n, 2n, 3n],
      ranks: [],
      n: [2],
      ties: [],
      continuousParts: [],
      auxiliary: [],
      selection: [],
    });
    expect(valuesOf({ weights: ['7'], n: 1 }).ranks).toEqual([]);
  });

  it('have their values otherwise', () => {
    expect(valuesOf(full)).toEqual({
      weights: [1n, 2n, 3n],
      ranks: [0, 0, 1],
      n: [4],
      ties: ['order'],
      continuousParts: [2],
      auxiliary: [0n, 5n, 1n],
      selection: ['worst-of-n'],
    });
  });

  it('are written in the order of the record, those at their defaults left out', () => {
    const joined = (name: string) => (values: readonly unknown[]) => `${name} ${values.join()}`;
    const write = {
      n: joined('n'),
      weights: joined('weights'),
      selection: joined('selection'),
      ranks: joined('ranks'),
      ties: joined('ties'),
      auxiliary: joined('auxiliary'),
      continuousParts: joined('parts'),
    };
    expect(textsOf(plain, write)).toEqual(['n 2', 'weights 1,2,3']);
    expect(textsOf(full, write)).toEqual([
      'n 4',
      'weights 1,2,3',
      'selection worst-of-n',
      'ranks 0,0,1',
      'ties order',
      'auxiliary 0,5,1',
      'parts 2',
    ]);
  });

  it('come back from JSON, all of them', () => {
    expect(instanceToJson(full)).toEqual(JSON_OF_FULL);
    expect(instanceFromJson(JSON_OF_FULL)).toEqual(full);
    expect(instanceToJson({ ...plain, continuousParts: [] })).toEqual({ weights: ['1', '2', '3'], n: 2 });
    expect(instanceFromJson({ weights: ['1', '2', '3'], n: 2 })).toEqual(plain);
  });

  it('make the key', () => {
    expect([instanceKey(plain), instanceKey(tied)]).toEqual(['1,2,3;;2', '1,2,3;0,0,1;2']);
    expect(instanceKey({ ...tied, ties: 'order' })).toBe('1,2,3;0,0,1;2;order;;');
    expect(instanceKey({ ...plain, continuousParts: [0, 2] })).toBe('1,2,3;;2;;0,2;');
    expect(instanceKey({ ...plain, auxiliary: [0n, 1n, 2n] })).toBe('1,2,3;;2;;;0,1,2');
    expect(instanceKey({ ...plain, selection: 'top-nth' })).toBe('1,2,3;;2;;;;top-nth');
    expect(instanceKey(full)).toBe('1,2,3;0,0,1;4;order;2;0,5,1;worst-of-n');
  });

  it('make the policy and its selection', () => {
    expect([policyOf(tied).atoms, policyOf({ ...tied, ties: 'order' }).atoms]).toEqual([
      [3n, 3n],
      [1n, 2n, 3n],
    ]);
    expect([...policyOf({ ...plain, continuousParts: [1] }).continuousParts]).toEqual([1]);
    expect([quantitiesOf(plain).rule.name, quantitiesOf(full).rule.name]).toEqual(['best of 2', 'worst of 4']);
    expect([quantitiesOf(full).auxiliary, quantitiesOf({ ...full, selection: 'top-nth' }).auxiliary]).toEqual([
      [0n, 5n, 1n],
      [0n, 5n, 1n],
    ]);
    const { selection: _, ...best } = full;
    expect([bestOfNAt(best).n, bestOfNAt(best).auxiliary]).toEqual([4, [0n, 5n, 1n]]);
    expect(() => bestOfNAt(full)).toThrow(
      new InputError('only best-of-n is supported here, and the selection of the instance is worst-of-n'),
    );
    expect([untied([4n], 2, 'top-nth'), untied([4n], 2)]).toEqual([
      { weights: [4n], ranks: [0], n: 2, selection: 'top-nth' },
      { weights: [4n], ranks: [0], n: 2 },
    ]);
    expect(hasTies({ ...plain, ranks: [0] })).toBe(false);
  });
});

describe('of two instances the smaller one', () => {
  it.each<[string, Partial<Instance>, Partial<Instance>]>([
    ['has no auxiliary weights', {}, { auxiliary: [1n, 0n, 0n] }],
    ['has less auxiliary weight, though more draws', { auxiliary: [0n, 0n, 1n], n: 9 }, { auxiliary: [1n, 1n, 0n] }],
    ['has fewer draws, though heavier first weights', { weights: [2n, 1n, 3n] }, { n: 3 }],
    ['has lighter first weights, though ties', { ranks: [0, 0, 1] }, { weights: [2n, 1n, 3n] }],
    ['ties less at the first place', { ranks: [0, 1, 1] }, { ranks: [0, 0, 1] }],
    ['has no continuous parts', {}, { continuousParts: [0] }],
    ['has fewer continuous parts', { continuousParts: [2] }, { continuousParts: [0, 1] }],
    ['has lower continuous parts', { continuousParts: [0, 1] }, { continuousParts: [0, 2] }],
    [
      'has continuous parts that are lower, though auxiliary weights that are not',
      { continuousParts: [0], auxiliary: [1n, 0n, 0n] },
      { continuousParts: [1], auxiliary: [0n, 0n, 1n] },
    ],
    ['has lighter first auxiliary weights', { auxiliary: [0n, 0n, 1n] }, { auxiliary: [0n, 1n, 0n] }],
    ['breaks ties at random', { ranks: [0, 0, 1] }, { ranks: [0, 0, 1], ties: 'order' }],
    ['is of best-of-n', {}, { selection: 'worst-of-n' }],
    ['is of a selection that is listed before', { selection: 'worst-of-n' }, { selection: 'top-nth' }],
    [
      'breaks ties at random, though its selection is listed later',
      { ranks: [0, 0, 1], selection: 'top-nth' },
      { ranks: [0, 0, 1], ties: 'order' },
    ],
  ])('%s', (_, less, more) => {
    expect(compareInstances({ ...plain, ...less }, { ...plain, ...more })).toBe(-1);
    expect(compareInstances({ ...plain, ...more }, { ...plain, ...less })).toBe(1);
    expect(compareInstances({ ...plain, ...more }, { ...plain, ...more })).toBe(0);
  });
});

describe('an instance in JSON is refused', () => {
  const json = { weights: ['1', '2', '3'], n: 2 };
  const long = '7'.repeat(10_001);

  it.each<[string, Parameters<typeof instanceFromJson>[0], string]>([
    [
      'for a weight that is long and no number',
      { ...json, weights: [`${'1'.repeat(40)}x`] },
      `the weight "${'1'.repeat(40)}…" is not a positive integer`,
    ],
    [
      'for a weight of 40 letters',
      { ...json, weights: ['x'.repeat(40)] },
      `the weight "${'x'.repeat(40)}" is not a positive integer`,
    ],
    [
      'for a weight that begins with a number',
      { ...json, weights: ['1x'] },
      'the weight "1x" is not a positive integer',
    ],
    ['for too many digits', { ...json, weights: [long] }, `the weight "${'7'.repeat(40)}…" has more than 10000 digits`],
    [
      'for too many digits of an auxiliary weight',
      { ...json, auxiliary: ['0', '0', long] },
      `the weight "${'7'.repeat(40)}…" has more than 10000 digits`,
    ],
    ...['-1', '01', '1x', 'x1', '00', ''].map((weight): [string, Parameters<typeof instanceFromJson>[0], string] => [
      `for the auxiliary weight "${weight}"`,
      { ...json, auxiliary: ['0', weight, '10'] },
      `the auxiliary weight "${weight}" is not a nonnegative integer`,
    ]),
    ['for too few auxiliary weights', { ...json, auxiliary: ['1'] }, '3 weights need one auxiliary weight each, not 1'],
    ['for levels that skip one', { ...json, ranks: [0, 1, 3] }, 'the ranks must start at 0 and grow by 0 or 1'],
    ['for levels that begin above 0', { ...json, ranks: [1, 1, 2] }, 'the ranks must start at 0 and grow by 0 or 1'],
    ...[[3], [1, 1], [2, 0], [-1], [0, 3]].map(
      (continuousParts): [string, Parameters<typeof instanceFromJson>[0], string] => [
        `for the continuous parts ${continuousParts}`,
        { ...json, continuousParts },
        'the continuous parts must be increasing indices of outcomes, from 0 to at most 2',
      ],
    ),
    ['for an order without ties', { ...json, ties: 'order' }, 'an order that breaks ties is given, but no rewards tie'],
    [
      'for an n that its selection does not have',
      { ...json, n: 1, selection: 'second-best-of-n' },
      'second-best-of-n is for integers n from 2 to 1024, not 1',
    ],
  ])('%s', (_, given, sentence) => {
    expect(() => instanceFromJson(given)).toThrow(new InputError(sentence));
  });

  it('but not for what is just within the limits', () => {
    const longest = '7'.repeat(10_000);
    expect(instanceFromJson({ weights: [longest], n: 2 }).weights).toEqual([BigInt(longest)]);
    expect(instanceFromJson({ ...json, continuousParts: [0, 1, 2] }).continuousParts).toEqual([0, 1, 2]);
    expect(instanceFromJson({ ...json, n: 2, selection: 'second-best-of-n' }).selection).toBe('second-best-of-n');
    expect(instanceFromJson({ ...json, auxiliary: ['0', '10', '0'] }).auxiliary).toEqual([0n, 10n, 0n]);
  });
});
