import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formula } from '../../src/estimates/formula.ts';
import { leastGap } from '../../src/estimates/known-levels.ts';
import { ON_BOX, type SuccessQuantity, successEvidence } from '../../src/estimates/successes.ts';
import { truthOf } from './regimes.ts';

const weights = (most: number) => fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: most });

describe('the least gap of policies with few levels', () => {
  it('bounds the gap of every such policy', () => {
    fc.assert(
      fc.property(weights(6), fc.constantFrom(2, 3, 4, 7, 16, 100, 3000), (policy, n) => {
        const gap = formula(n) - truthOf(policy, n).kl;
        expect(gap).toBeGreaterThanOrEqual(leastGap(policy.length, n) - 1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([2, 3, 4, 16, 1000])('is nearly attained by two levels at n = %i', (n) => {
    let least = Number.POSITIVE_INFINITY;
    for (let x = -12; x <= 6; x += 0.01) {
      const p = 1 / (1 + Math.exp(-x));
      least = Math.min(least, formula(n) - truthOf([1 - p, p], n).kl);
    }
    expect(leastGap(2, n)).toBeLessThanOrEqual(least);
    expect(leastGap(2, n)).toBeGreaterThan(0.99 * least);
  });

  it('falls with the number of levels, to nothing', () => {
    for (const n of [2, 8, 100]) {
      const gaps = [1, 2, 3, 5, 30, 100].map((levels) => leastGap(levels, n));
      expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
      expect(gaps[0]).toBe(formula(n));
      expect(gaps.at(-1)).toBeGreaterThanOrEqual(0);
      expect(leastGap(101, n)).toBe(0);
    }
  });
});

const QUANTITIES: readonly [SuccessQuantity, SuccessQuantity, (p: number, n: number) => number][] = [
  ['gap', 'noGap', (p, n) => 1 - truthOf([1 - p, p], n).kl / formula(n)],
  ['winRate', 'noWin', (p, n) => ((truthOf([1 - p, p], n).winRate - 1 / 2) * 2 * (n + 1)) / (n - 1)],
  ['reward', 'noReward', (p, n) => 1 - (1 - p) ** n],
];

describe.each(QUANTITIES)('evidence about the %s from successes', (quantity, other, valueAt) => {
  it('has the value between the ends on every box', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.integer({ min: 2, max: 500 }),
        ([p, width], n) => {
          const [a, b] = [p * (1 - 0.1 * width), Math.min(1, p * (1 + 0.1 * width))];
          const [least, most] = ON_BOX[quantity](n)(a, b);
          expect(least).toBeLessThanOrEqual(valueAt(p, n) + 1e-9);
          expect(most).toBeGreaterThanOrEqual(valueAt(p, n) - 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has an expectation of at most 1 at the true rates, summed over all outcomes', () => {
    const binomial = (m: number, p: number): number[] => {
      let row = [1];
      for (let i = 0; i < m; i += 1) row = [...row, 0].map((x, k) => x * (1 - p) + (row[k - 1] ?? 0) * p);
      return row;
    };
    for (const [n, m] of [
      [2, 5],
      [8, 6],
      [40, 8],
    ] as const) {
      for (const each of [quantity, other]) {
        const box = ON_BOX[each](n);
        const evidence = new Map<string, (mean: number) => number>();
        for (let k = 0; k <= m; k += 1)
          for (let l = k; l <= m; l += 1)
            evidence.set(
              `${k},${l}`,
              successEvidence(
                [
                  { successes: k, samples: m },
                  { successes: l, samples: m },
                ],
                n,
                each,
              ),
            );
        for (const [p, q] of [
          [0.001, 0.001],
          [0.02, 0.3],
          [0.1, 0.1],
          [0.5, 0.5],
          [0.5, 0.9],
          [0.99, 0.02],
        ] as const) {
          const mean = (box(p, p)[0] + box(q, q)[0]) / 2;
          let expectation = 0;
          for (const [k, x] of binomial(m, p).entries())
            for (const [l, y] of binomial(m, q).entries()) {
              const known = evidence.get(`${Math.min(k, l)},${Math.max(k, l)}`) as (mean: number) => number;
              expectation += x * y * Math.exp(known(mean));
            }
          expect(expectation).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('grows with the samples', () => {
    const box = ON_BOX[quantity](8);
    const [truth] = box(0.3, 0.3);
    const at = (m: number): number => successEvidence([{ successes: 0.3 * m, samples: m }], 8, quantity)(truth + 0.1);
    expect(at(1000)).toBeGreaterThan(at(100));
    expect(at(1000)).toBeGreaterThan(5);
  });
});
