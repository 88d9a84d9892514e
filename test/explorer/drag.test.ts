import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineWeights, nearestEdge, withEdgeAt } from '../../src/explorer/drag.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';

const weights = fc.array(fc.bigInt({ min: 1n, max: 10n ** 400n }), { minLength: 2, maxLength: 12 });
const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);

describe('dragging', () => {
  it('starts from the same policy in fine steps', () => {
    fc.assert(
      fc.property(weights, (list) => {
        const policy = FinitePolicy.fromWeights(list);
        const fine = fineWeights(policy);
        expect(sum(fine)).toBeGreaterThanOrEqual(1000n);
        expect(FinitePolicy.fromWeights(fine).weights).toEqual(policy.weights);
      }),
    );
  });

  it('moves mass between two neighbours only, and leaves both some', () => {
    fc.assert(
      fc.property(weights, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (list, place, u) => {
        const edge = 1 + (place % (list.length - 1));
        const moved = withEdgeAt(list, edge, u);
        expect(sum(moved)).toBe(sum(list));
        expect(moved.every((weight) => weight > 0n)).toBe(true);
        expect(moved.map((weight, i) => i === edge - 1 || i === edge || weight === list[i])).not.toContain(false);
      }),
    );
  });

  it('puts the boundary where the pointer is', () => {
    expect(withEdgeAt([500n, 500n], 1, 0.8)).toEqual([800n, 200n]);
    expect(withEdgeAt([250n, 500n, 250n], 2, 0.5)).toEqual([250n, 250n, 500n]);
    expect(withEdgeAt([250n, 500n, 250n], 2, 0.1)).toEqual([250n, 1n, 749n]);
  });

  it('moves weights that are no doubles', () => {
    const large = 10n ** 400n;
    expect(withEdgeAt([large, large], 1, 0.75)).toEqual([(3n * large) / 2n, large / 2n]);
  });

  it('takes the nearest inner boundary', () => {
    expect(nearestEdge([0, 0.2, 0.6, 1], 0.5)).toBe(2);
    expect(nearestEdge([0, 0.2, 0.6, 1], 0)).toBe(1);
    expect(nearestEdge([0, 1], 0.5)).toBeNull();
  });
});
