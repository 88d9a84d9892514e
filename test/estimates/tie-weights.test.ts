import { describe, expect, it } from 'vitest';
import { formula } from '../../src/estimates/formula.ts';
import { tieWeights } from '../../src/estimates/tie-weights.ts';
import { InputError } from '../../src/policy/errors.ts';
import { gapOf, meanOverDraws } from './exact.ts';

/** Errors of the weights and of the sums of tests. */
const ERROR = 1e-12;

/** All lists of up to `most` positive weights that sum to at most `total`. */
function* smallPolicies(most: number, total: number): Generator<number[]> {
  for (let weight = 1; weight <= total; weight += 1) {
    yield [weight];
    if (most > 1) for (const rest of smallPolicies(most - 1, total - weight)) yield [weight, ...rest];
  }
}

const HARD = [
  [1_000_000, 1],
  [1, 1_000_000],
  Array.from({ length: 60 }, () => 1),
  [...Array.from({ length: 40 }, () => 1), 20],
  [20, ...Array.from({ length: 40 }, () => 1)],
  Array.from({ length: 20 }, (_, i) => 2 ** i),
  Array.from({ length: 20 }, (_, i) => 2 ** (19 - i)),
];

describe('the weights of ties for best', () => {
  it('bound the gap from both sides for every small policy', () => {
    let checked = 0;
    for (const weights of smallPolicies(4, 8)) {
      for (const n of [2, 3, 4, 5, 7, 12]) {
        const { lower, upper } = tieWeights(n);
        const gap = gapOf(weights, n);
        expect(meanOverDraws(weights, n, lower)).toBeLessThanOrEqual(gap + ERROR);
        expect(meanOverDraws(weights, n, upper)).toBeGreaterThanOrEqual(gap - ERROR);
        checked += 1;
      }
    }
    expect(checked).toBe(6 * 162);
  });

  it.each([2, 3, 4, 6, 7, 16, 64, 150])('bound the gap from both sides for hard policies, n = %i', (n) => {
    const { lower, upper } = tieWeights(n);
    for (const weights of HARD) {
      const gap = gapOf(weights, n);
      expect(meanOverDraws(weights, n, lower)).toBeLessThanOrEqual(gap + ERROR);
      expect(meanOverDraws(weights, n, upper)).toBeGreaterThanOrEqual(gap - ERROR);
    }
  });

  it('are tight: within 4 % of the gap below and 11 % above for n ≥ 7, for masses up to 1/2', () => {
    for (const n of [7, 8, 16, 32, 100]) {
      const { lower, upper } = tieWeights(n);
      for (const weights of [[1, 1], [9, 1], [1, 2, 1], Array.from({ length: 30 }, () => 1)]) {
        const gap = gapOf(weights, n);
        expect(meanOverDraws(weights, n, lower)).toBeGreaterThan(0.96 * gap);
        expect(meanOverDraws(weights, n, upper)).toBeLessThan(1.11 * gap);
      }
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 13, 14, 100, 1000])('increase from 0 to the formula, n = %i', (n) => {
    for (const weights of Object.values(tieWeights(n)).filter((value) => typeof value !== 'number')) {
      expect(weights).toHaveLength(n + 1);
      expect(weights[0]).toBe(0);
      expect(weights[1]).toBe(0);
      for (let k = 1; k <= n; k += 1) expect(weights[k]).toBeGreaterThanOrEqual(weights[k - 1]);
    }
    expect(tieWeights(n).upper[n]).toBe(formula(n));
  });

  it('do not gather rounding errors over many steps', () => {
    const n = 1_000_000;
    const e = 0.5772156649015329 + 1 / (2 * n) + 1 - 1 / n;
    const { upper } = tieWeights(n);
    for (const [k, harmonic] of [
      [3, 11 / 6],
      [4, 25 / 12],
      [6, 49 / 20],
    ] as const) {
      expect(Math.abs((upper[k] as number) - (harmonic - e))).toBeLessThan(1e-12);
    }
  });

  it('need an integer n', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 2e9]) expect(() => tieWeights(n)).toThrow(InputError);
  });
});
