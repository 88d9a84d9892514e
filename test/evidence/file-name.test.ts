import { describe, expect, it } from 'vitest';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { fileName } from '../../src/evidence/file-name.ts';
import { survey } from '../../src/search/fast-check-adapter.ts';

describe('the name of a counterexample file', () => {
  it('says the weights and n', () => {
    expect(fileName(untied([1n, 1n], 2))).toBe('weights-1-1.n-2.json');
  });

  it('says the levels where rewards tie', () => {
    expect(fileName({ weights: [1n, 2n, 3n], ranks: [0, 0, 1], n: 4 })).toBe('weights-1-2-3.levels-0-0-1.n-4.json');
  });

  it('says all else that an instance has', () => {
    const weights = [1n, 2n, 3n];
    const all: Instance = {
      weights,
      ranks: [0, 0, 1],
      n: 1.25,
      ties: 'order',
      continuousParts: [0, 2],
      auxiliary: [0n, 5n, 1n],
    };
    expect(fileName(all)).toMatch(/^atoms-3\.n-1\.25\./);
    const name = (more: Partial<Instance>): string => fileName({ ...untied(weights, 1.25), ...more });
    expect(name({ continuousParts: [0, 2] })).toBe('weights-1-2-3.continuous-0-2.n-1.25.json');
    expect(name({ ranks: [0, 0, 1], ties: 'order' })).toBe('weights-1-2-3.levels-0-0-1.order.n-1.25.json');
    expect(name({ auxiliary: [0n, 5n, 1n] })).toBe('weights-1-2-3.auxiliary-0-5-1.n-1.25.json');
  });

  it('is the same for the same instance', () => {
    const long = (): Instance =>
      untied(
        Array.from({ length: 300 }, (_, i) => BigInt(i + 1)),
        9,
      );
    expect(fileName(long())).toBe(fileName(long()));
  });

  it('is short for long instances, and still says their size', () => {
    const name = fileName(untied([10n ** 60n, 1n], 1000));
    expect(name).toMatch(/^atoms-2\.n-1000\.[0-9a-f]{24}\.json$/);
  });

  it('is written out up to 48 characters', () => {
    const weights = (digits: number): Instance => untied([10n ** BigInt(digits - 1)], 1);
    expect(fileName(weights(36))).toBe(`weights-1${'0'.repeat(35)}.n-1.json`);
    expect(fileName(weights(37))).toMatch(/^atoms-1\.n-1\./);
  });

  it('is a plain file name', () => {
    const name = /^[a-z0-9.-]+\.json$/;
    expect(fileName(untied([1n, 1n], 2))).toMatch(name);
    expect(fileName(untied(Array(500).fill(7n), 1_000_000_000))).toMatch(name);
  });

  it.each<[Instance, Instance]>([
    [untied([1n, 1n], 2), untied([1n, 1n], 3)],
    [untied([1n, 11n], 2), untied([11n, 1n], 2)],
    [untied([11n], 2), untied([1n, 1n], 2)],
    [untied([1n, 1n, 1n], 2), { weights: [1n, 1n, 1n], ranks: [0, 0, 1], n: 2 }],
    [
      { weights: [1n, 1n, 1n], ranks: [0, 1, 1], n: 2 },
      { weights: [1n, 1n, 1n], ranks: [0, 0, 1], n: 2 },
    ],
    [untied(Array(100).fill(1n), 2), untied([...Array(99).fill(1n), 2n], 2)],
    [untied(Array(100).fill(1n), 2), { weights: Array(100).fill(1n), ranks: Array(100).fill(0), n: 2 }],
    [untied([1n, 399n], 1.25), { ...untied([1n, 399n], 1.25), continuousParts: [1] }],
    [
      { ...untied([1n, 399n], 1.25), continuousParts: [0] },
      { ...untied([1n, 399n], 1.25), continuousParts: [1] },
    ],
    [
      { ...untied([1n, 399n], 1.25), continuousParts: [0] },
      { ...untied([1n, 399n], 1.25), continuousParts: [0, 1] },
    ],
    [untied([1n, 1n], 2), { ...untied([1n, 1n], 2), auxiliary: [1n, 0n] }],
    [
      { ...untied([1n, 1n], 2), auxiliary: [0n, 1n] },
      { ...untied([1n, 1n], 2), auxiliary: [1n, 0n] },
    ],
    [
      { weights: [1n, 1n], ranks: [0, 0], n: 2 },
      { weights: [1n, 1n], ranks: [0, 0], n: 2, ties: 'order' },
    ],
    [
      { ...untied(Array(100).fill(1n), 2), continuousParts: [7] },
      { ...untied(Array(100).fill(1n), 2), continuousParts: [8] },
    ],
    [untied([1n, 1n], 1.1), untied([1n, 1n], 1.1000000000000003)],
  ])('tells instances apart: %#', (one, other) => {
    expect(fileName(one)).not.toBe(fileName(other));
  });

  it('tells thousands of instances of a search apart', () => {
    const names = new Set<string>();
    const visit = (instance: Instance): void => void names.add(fileName(instance));
    survey({ atoms: 1, draws: 1 }, 3, 2000, { wants: () => true, visit });
    survey({ atoms: 1, draws: 1, continuousParts: true, auxiliary: true }, 3, 1000, { wants: () => true, visit });
    expect(names.size).toBe(3000);
    expect([...names].every((name) => name.length <= 53)).toBe(true);
  });
});
