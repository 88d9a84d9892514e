import { expect, it } from 'vitest';
import { sumOf } from '../../src/arithmetic/bigint.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { compareInstances, untied } from '../../src/claims/instance.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { climbShapes } from '../../src/search/climb-shapes.ts';
import { lookAt, refutes } from '../../src/search/findings.ts';
import { SHAPES } from '../../src/search/shapes.ts';

const claimOf = (text: string, given: string | null = null): Claim =>
  conjectureOf({ id: 'typed', text, for: given, selection: 'best-of-n' }).claim;

function climb(claim: Claim): ReturnType<typeof climbShapes> {
  return climbShapes(claim, { look: (instance) => lookAt(claim, instance), shouldStop: () => false });
}

it.each(SHAPES)('the shape $name has positive weights, and more of them where its size is larger', ({ weights }) => {
  for (const [size, heavy] of [
    [1, 1],
    [2, 9],
    [40, 3],
    [100, 7],
  ] as const) {
    const of = weights(size, heavy);
    expect(of.every((weight) => weight > 0n)).toBe(true);
    expect(of.length).toBeGreaterThanOrEqual(size);
    expect(of.length).toBeLessThanOrEqual(size + 2);
  }
});

// The least counterexamples are in bench/falsehoods/smallest.json.
it.each([
  ['gap <= n(n-1)/26.5 S2', 'n = 10', [...Array(281).fill(1), 116], 10],
  ['gap <= n S2', null, [...Array(183).fill(1), 15], 91],
])('%s, for %s: refuted near its least counterexample', (text, given, weights, n) => {
  const claim = claimOf(text, given);
  const { summit } = climb(claim);
  const least = untied((weights as number[]).map(BigInt), n);
  expect(refutes(claim)(summit?.instance as never)).toBe(true);
  expect(compareInstances(summit?.instance as never, least)).toBeGreaterThanOrEqual(0);
  expect(Number(sumOf(summit?.instance.weights ?? []))).toBeLessThan(1.02 * Number(sumOf(least.weights)));
});

it('comes near to the limit of a claim that holds', () => {
  const { summit, evaluations } = climb(claimOf('gap <= n(n-1)^2/24 S3', 'n >= 3'));
  expect(summit?.relative).toBeGreaterThan(0);
  expect(summit?.relative).toBeLessThan(1e-4);
  expect(evaluations).toBeLessThan(10_000);
});

it('keeps to the domain, and ends when it is asked to', () => {
  const claim = claimOf('gap <= kappa S2', 'n = 5..7 and K = 30..60');
  const seen: [number, number][] = [];
  let left = 500;
  const look = (instance: Parameters<typeof lookAt>[1]): ReturnType<typeof lookAt> => {
    seen.push([instance.n, instance.weights.length]);
    return lookAt(claim, instance);
  };
  climbShapes(claim, { look, shouldStop: () => left-- <= 0 });
  expect(seen.length).toBeGreaterThan(50);
  expect(seen.length).toBeLessThanOrEqual(500);
  for (const [n, atoms] of seen) expect(n >= 5 && n <= 7 && atoms >= 30 && atoms <= 60).toBe(true);
});

it('ends where what it may cost is used up', () => {
  const claim = claimOf('gap <= n S2');
  const evaluations = (mostCost?: number): number =>
    climbShapes(claim, { look: (instance) => lookAt(claim, instance), shouldStop: () => false, mostCost }).evaluations;
  expect(evaluations(1_000)).toBeLessThan(evaluations(10_000));
  expect(evaluations(10_000)).toBeLessThan(evaluations(100_000));
});
