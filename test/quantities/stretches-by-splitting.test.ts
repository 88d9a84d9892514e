import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, type Real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import {
  CHI_SQUARE_DIVERGENCE,
  HELLINGER_DISTANCE,
  LARGEST_LOG_RATIO,
  RENYI_DIVERGENCE,
  REVERSE_KL_DIVERGENCE,
  TOTAL_VARIATION,
} from '../../src/quantities/divergence-quantities.ts';

const WEIGHTS = [2n, 3n, 5n];

/** A quantity, and whether it grows when an atom is split. */
const quantities: [string, 'grows' | 'falls', (q: BestOfN) => Real][] = [
  ['KL', 'grows', (q) => q.kl],
  ['gap', 'falls', (q) => q.gap],
  ['gap by parts', 'falls', (q) => q.gapByParts],
  ['win rate', 'grows', (q) => q.winRate],
  ['mean of the estimator', 'grows', (q) => q.estimatorMean],
  ['χ²', 'grows', (q) => q.of(CHI_SQUARE_DIVERGENCE)],
  ['H²', 'grows', (q) => q.of(HELLINGER_DISTANCE)],
  ['reversed KL', 'grows', (q) => q.of(REVERSE_KL_DIVERGENCE)],
  ['Rényi divergence of order 1/2', 'grows', (q) => q.of(RENYI_DIVERGENCE, Rational.of(1, 2))],
  ['Rényi divergence of order 3', 'grows', (q) => q.of(RENYI_DIVERGENCE, Rational.of(3))],
];

/** Each of some atoms as so many equal ones in its place. */
function split(places: readonly number[], pieces: number): BestOfN {
  const weights = WEIGHTS.flatMap((weight, i) =>
    places.includes(i) ? Array.from({ length: pieces }, () => weight) : [weight * BigInt(pieces)],
  );
  return new BestOfN(FinitePolicy.fromWeights(weights), 3);
}

const order = (a: Real, b: Real): string => compare(a, b).order;

describe.each([[[0]], [[1]], [[2]], [[0, 2]], [[0, 1, 2]]])('continuous parts %j', (continuousParts) => {
  const whole = new BestOfN(FinitePolicy.fromWeights(WEIGHTS, { continuousParts }), 3);

  /** What is left to the limit is positive, and with twice as many atoms at most three quarters of it: it ends nowhere but at 0. */
  function expectLimit(way: 'grows' | 'falls', of: (q: BestOfN) => Real): void {
    const left = (pieces: number): Real => {
      const [limit, value] = [of(whole), of(split(continuousParts, pieces))];
      return way === 'grows' ? difference(limit, value) : difference(value, limit);
    };
    for (const pieces of [1, 2, 4, 8, 16]) {
      const [now, next] = [left(pieces), left(2 * pieces)];
      expect(order(difference(now, now), next)).toBe('less');
      expect(order(next, multiple(Rational.of(3, 4), now))).toBe('less');
    }
  }

  it.each(quantities)('%s is the limit of ever more equal atoms in their place', (_, way, of) => expectLimit(way, of));

  it('log max π/p is so where the best one is split, and the same elsewhere', () => {
    const of = (q: BestOfN): Real => q.of(LARGEST_LOG_RATIO);
    if (continuousParts.includes(2)) expectLimit('grows', of);
    else for (const pieces of [1, 2, 8]) expect(order(of(whole), of(split(continuousParts, pieces)))).toBe('equal');
  });

  it('the total variation is refused', () => {
    expect(() => whole.of(TOTAL_VARIATION).enclose(20)).toThrow(DomainError);
  });
});

it('the Rényi entropy without atoms is refused', () => {
  const q = new BestOfN(FinitePolicy.fromWeights([1n], { continuousParts: [0] }), 2);
  expect(() => q.renyi(2).enclose(20)).toThrow('is infinite');
});
