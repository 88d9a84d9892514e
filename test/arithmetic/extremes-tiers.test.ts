import { describe, expect, it } from 'vitest';
import { maxApproximation } from '../../src/arithmetic/approximate-functions.ts';
import type { Approximation } from '../../src/arithmetic/approximation.ts';
import { largestOf } from '../../src/arithmetic/extremes.ts';
import { real } from '../../src/arithmetic/real.ts';
import { interval } from './exact.ts';

const enclose = () => interval('1', '2');

describe('the double-double of the largest', () => {
  const [low, high]: Approximation[] = [
    { hi: 1.25, lo: 0, error: 0.25 },
    { hi: 1.5, lo: 0, error: 0.25 },
  ];

  it('is the larger of those that may be the largest', () => {
    if (!low || !high) throw new Error('no approximation');
    const far = real({ enclose, approximate: () => ({ hi: -7, lo: 0, error: 0 }) });
    const all = [real({ enclose, approximate: () => low }), far, real({ enclose, approximate: () => high })];
    expect(largestOf(all).approximate()).toEqual(maxApproximation(low, high));
    expect(largestOf([...all, real({ enclose })]).approximate()).toBeNull();
  });

  it('leaves in all that are equal', () => {
    const point = () => real({ enclose: () => interval('0'), approximate: () => ({ hi: 0, lo: 0, error: 0 }) });
    expect(largestOf([point(), point()]).enclose(20).toString()).toBe('[0, 0]');
  });
});
