import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/arithmetic/errors.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/theory/best-of-n.ts';
import {
  CHI_SQUARE_DIVERGENCE,
  HELLINGER_DISTANCE,
  LARGEST_LOG_RATIO,
  RENYI_DIVERGENCE,
  REVERSE_KL_DIVERGENCE,
  TOTAL_VARIATION,
} from '../../src/theory/divergence-quantities.ts';

/** A stretch is what very many light atoms in its place come to. */
const PIECES = 400;
const WEIGHTS = [2n, 3n, 5n];

const quantities: Record<string, (q: BestOfN) => Real> = {
  KL: (q) => q.kl,
  gap: (q) => q.gap,
  'gap by parts': (q) => q.gapByParts,
  'win rate': (q) => q.winRate,
  'mean of the estimator': (q) => q.estimatorMean,
  'χ²': (q) => q.of(CHI_SQUARE_DIVERGENCE),
  'H²': (q) => q.of(HELLINGER_DISTANCE),
  'reversed KL': (q) => q.of(REVERSE_KL_DIVERGENCE),
  'Rényi divergence of order 1/2': (q) => q.of(RENYI_DIVERGENCE, Rational.of(1, 2)),
  'Rényi divergence of order 3': (q) => q.of(RENYI_DIVERGENCE, Rational.of(3)),
  'log max π/p': (q) => q.of(LARGEST_LOG_RATIO),
};

function split(stretches: readonly number[]): FinitePolicy {
  const weights = WEIGHTS.flatMap((weight, i) =>
    stretches.includes(i) ? Array.from({ length: PIECES }, () => weight) : [weight * BigInt(PIECES)],
  );
  return FinitePolicy.fromWeights(weights);
}

const middle = (value: Real): number => Number(value.enclose(20).lo.toString());

describe.each([[[0]], [[1]], [[2]], [[0, 2]], [[0, 1, 2]]])('stretches %j', (stretches) => {
  it.each(Object.keys(quantities))('%s is nearly that of many light atoms', (name) => {
    const of = quantities[name] as (q: BestOfN) => Real;
    const value = middle(of(new BestOfN(FinitePolicy.fromWeights(WEIGHTS, { stretches }), 3)));
    const nearly = middle(of(new BestOfN(split(stretches), 3)));
    expect(Math.abs(value - nearly)).toBeLessThan(0.02 * Math.max(Math.abs(value), 0.05));
  });

  it('the total variation is refused', () => {
    const q = new BestOfN(FinitePolicy.fromWeights(WEIGHTS, { stretches }), 3);
    expect(() => q.of(TOTAL_VARIATION).enclose(20)).toThrow(DomainError);
  });
});

it('the Rényi entropy without atoms is refused', () => {
  const q = new BestOfN(FinitePolicy.fromWeights([1n], { stretches: [0] }), 2);
  expect(() => q.renyi(2).enclose(20)).toThrow('is infinite');
});
