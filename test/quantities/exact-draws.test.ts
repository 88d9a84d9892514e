import { describe, expect, it } from 'vitest';
import { compare } from '../../src/arithmetic/compare.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { decide } from '../../src/claims/decide.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { exactDraws, nearest } from '../../src/policy/draws.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';
import { RENYI_DIVERGENCE } from '../../src/quantities/divergence-quantities.ts';
import { fDivergence, HELLINGER, powerDivergence, renyiDivergence } from '../../src/quantities/divergences.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { winRate, winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';

/** Their last bit is set, so that n + 1, n/4 or 2n − 1 is no double for most of them. */
const ODD_DRAWS = [1.3, 1.4, 3.39, 1 + 2 ** -52, 1 + 2 ** -51, 1 + 3 * 2 ** -52, 1000.1, 123456789.123];
const QUARTER = Rational.of(1, 4);

describe('a number of draws is its exact binary value', () => {
  it.each(ODD_DRAWS)('%d comes back from it', (n) => {
    const exact = exactDraws(n);
    expect(exact.equals(Rational.fromDouble(n))).toBe(true);
    expect(nearest(exact)).toBe(n);
    expect(new BestOfN(FinitePolicy.fromWeights([1n, 2n]), exact).n).toBe(n);
  });

  it('and so is n + 1, which is no double', () => {
    const q = new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 1.3);
    expect(q.at(q.draws.add(Rational.ONE)).draws.equals(Rational.fromDouble(1.3 + 1))).toBe(false);
  });
});

/** A mass so light below a continuous part that a win rate may exceed n/(n+1) by rounding only. */
const nearlyAtomless = FinitePolicy.fromWeights([10n ** 10n, 1n], { continuousParts: [0] });

describe('numbers of real n are enclosed where their exponents are no doubles', () => {
  it.each(ODD_DRAWS)('the win rate is below n/(n+1) at n = %d', (n) => {
    const q = new BestOfN(nearlyAtomless, n);
    expect(compare(q.winRate, q.winRateBound).order).toBe('less');
  });

  it.each(ODD_DRAWS)('and is the same in both fields by both formulas, to sixty digits, at n = %d', (n) => {
    const q = new BestOfN(nearlyAtomless, n);
    const fixed = q.winRate.enclose(60);
    for (const formula of [winRate, winRateByTrapezoids]) {
      expect(q.inDecimals((law) => formula(law), 60).overlaps(fixed)).toBe(true);
    }
  });

  it('a true claim is not refuted by a rounded n', () => {
    const claim = defineClaim({
      id: 'below',
      title: 'Below',
      statement: 'W ≤ m/(m+1)',
      source: 'this test',
      hypotheses: 'm real',
      expected: 'holds',
      domain: { atoms: 1, draws: 1, realDraws: true, continuousParts: true },
      shares: COMMON_SHARES,
      relations: (q) => [atMost('W', q.winRate, 'm/(m+1)', q.winRateBound)],
    });
    const instance = { weights: [10n ** 10n, 1n], ranks: [0, 1], n: 1.3, continuousParts: [0] };
    expect(decide(claim, instance).outcome).toBe('holds');
  });
});

/** A continuous part between two atoms of very different masses. */
const mixed = FinitePolicy.fromWeights([442n, 1_808_812_028_315n, 255_582_479_004n], { continuousParts: [1] });
const zero = rationalReal(Rational.ZERO);

describe('divergences of real n are at least 0', () => {
  it.each([1, 2, 3, 4, 5].map((k) => 1 + k * 2 ** -52))('D_1/4 at n = %d', (n) => {
    const q = new BestOfN(mixed, n);
    expect(compare(zero, q.of(RENYI_DIVERGENCE, QUARTER)).order).toBe('less');
  });

  it.each(ODD_DRAWS)('H² is 2 − 2 Σ √(πp) at n = %d', (n) => {
    const field = intervals(60);
    const law = new Law(field, mixed, bestOf(n));
    const affinity = fDivergence(law, powerDivergence(0.5));
    const two = field.integer(2);
    const other = field.sub(two, field.mul(two, affinity));
    expect(fDivergence(law, HELLINGER).overlaps(other)).toBe(true);
  });

  it('an order is exact as well: 0.1 is not 1/10', () => {
    const q = new BestOfN(FinitePolicy.fromWeights([1n, 2n]), 3);
    const tenth = q.of(RENYI_DIVERGENCE, Rational.of(1, 10)).enclose(40);
    const double = q.of(defineEnclosed({ symbol: 'D_0.1', formula: (law) => renyiDivergence(law, 0.1) })).enclose(40);
    expect(tenth.overlaps(double)).toBe(false);
  });
});
