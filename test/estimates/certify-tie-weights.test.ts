import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import {
  certifyLowerWeights,
  certifyUpperWeights,
  lowerChanges,
  upperChanges,
} from '../../src/estimates/certify-tie-weights.ts';
import { tieWeights } from '../../src/estimates/tie-weights.ts';
import { harmonic, ratio } from './exact.ts';

const NUMBERS = Array.from({ length: 120 }, (_, i) => i + 1);
const LITTLE = Rational.of(1, 50);

describe('certificates of the weights of ties for best', () => {
  it('exist for every n up to 120, and far out', () => {
    for (const n of NUMBERS) expect([n, certifyLowerWeights(n), certifyUpperWeights(n)]).toEqual([n, true, true]);
    for (const n of [1000, 4097, 10 ** 6, 10 ** 9]) expect(certifyLowerWeights(n)).toBe(true);
  });

  it('agree between coefficients one by one and a polynomial', () => {
    for (const n of [16, 40, 65, 128]) {
      expect(certifyLowerWeights(n, lowerChanges, true)).toBe(true);
      expect(certifyLowerWeights(n, lowerChanges, false)).toBe(true);
    }
  });

  it.each([7, 16, 64, 100, 500])('are refused to lower weights that are a little larger, n = %i', (n) => {
    for (const larger of [0, 1]) {
      const changes: typeof lowerChanges = (e, m) => {
        const [second, third, fourth] = lowerChanges(e, m);
        return larger === 0 ? [second.add(LITTLE), third, fourth] : [second, third.add(LITTLE), fourth];
      };
      expect(certifyLowerWeights(n, changes)).toBe(false);
    }
  });

  it.each([16, 64, 100])('are refused to lower weights without the correction at four ties, n = %i', (n) => {
    const without: typeof lowerChanges = (e, m) => {
      const [second, third] = lowerChanges(e, m);
      return [second, third, Rational.ZERO];
    };
    for (const oneByOne of [true, false]) expect(certifyLowerWeights(n, without, oneByOne)).toBe(false);
  });

  it.each([2, 3, 7, 16, 64])('are refused to upper weights that are smaller, n = %i', (n) => {
    const smaller: typeof upperChanges = (e, m) => {
      const [second, third, fourth] = upperChanges(e, m);
      return [second.sub(Rational.of(1, 5)), third, fourth];
    };
    expect(certifyUpperWeights(n, smaller)).toBe(false);
  });

  it.each([2, 3, 4, 5, 6, 7, 13, 14, 64, 300])('are of the weights that are used, n = %i', (n) => {
    const { lower, upper } = tieWeights(n);
    const e = harmonic(n).sub(Rational.fromDouble(upper[n] as number));
    const close = (h: Float64Array, changes: typeof lowerChanges): void => {
      for (const [i, change] of changes(e, n).entries()) {
        const k = i + 2;
        if (k > n) continue;
        const { num, den } = harmonic(k).sub(e).add(change);
        expect(h[k]).toBeCloseTo(ratio(num, den), 12);
      }
    };
    close(upper, upperChanges);
    if (n > 2) close(lower, lowerChanges);
  });
});
