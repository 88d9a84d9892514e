import { describe, expect, it } from 'vitest';
import { upperConfidenceBound } from '../../src/estimates/evidence.ts';
import { formula } from '../../src/estimates/formula.ts';
import { gapAbove, MAX_SAMPLES, repeatCosts, repeatEvidence } from '../../src/estimates/repeats.ts';
import { choose, gapOf, ratio } from './exact.ts';

/** E e^(−v(N)) for a binomial N, by exact binomials. */
function meanLoss(costs: Float64Array, p: number): number {
  const m = costs.length - 1;
  return costs.reduce(
    (sum, cost, k) => sum + ratio(choose(m, k), 1n) * p ** k * (1 - p) ** (m - k) * Math.exp(-cost),
    0,
  );
}

describe('the constants of repeats', () => {
  it.each([
    [2, 2],
    [8, 4],
    [30, 2],
    [40, 16],
    [20, 200],
  ])('hold for all masses, m = %i, n = %i', (m, n) => {
    for (const { costs, constant } of repeatCosts(m, n)) {
      expect(constant).toBeGreaterThan(0);
      for (let p = 1e-5; p < 1; p *= 1.07) {
        expect(-Math.log(meanLoss(costs, p))).toBeGreaterThanOrEqual(constant * gapAbove(p, n) - 1e-13);
      }
    }
  });

  it('are close to the best possible', () => {
    const [{ constant }] = repeatCosts(40, 16).slice(2) as [ReturnType<typeof repeatCosts>[number]];
    const { costs } = repeatCosts(40, 16)[2] as ReturnType<typeof repeatCosts>[number];
    let best = Number.POSITIVE_INFINITY;
    for (let p = 1e-3; p < 1; p *= 1.01) best = Math.min(best, -Math.log(meanLoss(costs, p)) / gapAbove(p, 16));
    expect(constant).toBeLessThanOrEqual(best);
    expect(constant).toBeGreaterThan(0.95 * best);
  });

  it('rest on an upper bound of the local gap', () => {
    for (const n of [2, 3, 5, 16, 100])
      for (const [a, b] of [
        [1, 1],
        [1, 99],
        [99, 1],
        [1, 9999],
      ] as const) {
        // The gap of (rest, top) is γ(top) and that of the rest, F^n·D̃_n.
        const top = b / (a + b);
        const own = gapOf([a, b], n) - (a / (a + b)) ** n * formula(n);
        expect(gapAbove(top, n)).toBeGreaterThanOrEqual(own - 1e-13);
      }
  });
});

describe('evidence from repeats', () => {
  const distinct = Array.from({ length: 50 }, () => ({ counts: Array.from({ length: 20 }, () => 1) }));

  it('bounds the gap closely where no sample repeats, also above the number of samples', () => {
    for (const [n, most] of [
      [8, 0.01],
      [64, 0.1],
    ] as const) {
      const evidence = repeatEvidence(distinct, n, 'prompts');
      expect(upperConfidenceBound(evidence as NonNullable<typeof evidence>, 0.05)).toBeLessThan(most);
    }
  });

  it('is weaker for a population, for one prompt and where samples repeat', () => {
    const bound = (prompts: typeof distinct, target: 'prompts' | 'population'): number => {
      const evidence = repeatEvidence(prompts, 8, target);
      return upperConfidenceBound(evidence as NonNullable<typeof evidence>, 0.05);
    };
    const repeated = [{ counts: [5, ...Array.from({ length: 15 }, () => 1)] }, ...distinct.slice(1)];
    expect(bound(distinct, 'population')).toBeGreaterThan(bound(distinct, 'prompts'));
    expect(bound(distinct.slice(1), 'prompts')).toBeGreaterThan(bound(distinct, 'prompts'));
    expect(bound(repeated, 'prompts')).toBeGreaterThan(bound(distinct, 'prompts'));
  });

  it('is none for one draw, and for numbers of samples that would take long', () => {
    expect(repeatEvidence(distinct, 1, 'prompts')).toBeNull();
    expect(repeatEvidence([{ counts: [MAX_SAMPLES + 1] }], 4, 'prompts')).toBeNull();
    const sizes = Array.from({ length: 40 }, (_, i) => ({ counts: [i + 1] }));
    expect(repeatEvidence(sizes, 4, 'prompts')).toBeNull();
  });
});
