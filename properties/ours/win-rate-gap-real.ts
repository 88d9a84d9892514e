import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, over, plus, times } from '../../src/claims/expression/expression.ts';
import { LEVEL_SQUARES, WIN_RATE } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineEnclosed } from '../../src/quantities/quantity.ts';
import { winRate, winRateByTrapezoids, winRateGapBound } from '../../src/quantities/win-rate.ts';
import { enclosedOnly, levelsOf, placeOf, someAtoms } from '../shared/atoms.ts';
import { asStated, collisionProbability, inDecimals, rationals } from '../shared/cross-checks.ts';
import { TRAPEZOID_ERROR } from './win-rate-cubic.ts';

const STATED = isAtMost(minus(over(n, plus(n, 1)), WIN_RATE), times(over(minus(n, 1), 2), LEVEL_SQUARES));

export const claim = defineClaim({
  id: 'win-rate-gap-real',
  title: 'The win rate of a real number of draws',
  statement: 'n/(n+1) − W ≤ (n−1)/2 · Σ p_i² for real n',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 5.4, for the n that it leaves out; proved in docs/theory-ours.md',
  hypotheses: 'finite policy, real n ≥ 1; p_i are the masses of levels where rewards tie',
  expected: 'holds',
  proof: {
    theorems: ['win_rate_gap_le_quadratic', 'level_policy', 'win_rate_ties_levels'],
    beyond: 'n that are no integers',
  },
  domain: { atoms: 1, draws: 1, realDraws: true },
  shares: COMMON_SHARES,
  cost: 'high',
  states: [STATED],
  *crossChecks(q) {
    yield asStated('(n−1)/2 Σ p²', q, STATED, rationalReal(bound(q)));
    const squares = collisionProbability(levelsOf(q)).mul(q.draws.sub(Rational.ONE).div(Rational.of(2)));
    yield rationals('(n−1)/2 Σ p², mass by mass', bound(q), squares);
    const levels = levelsOf(q);
    yield* inDecimals('W', levels, levels.winRate, winRate);
    yield* inDecimals('W by trapezoids', levels, levels.winRate, winRateByTrapezoids);
  },
  derivation: steps,
});

function bound(q: BestOfN): Rational {
  return winRateGapBound(q.policy.byLevel(), q.draws);
}

/** Scaled to b = 1: T(1−t, 1) ≤ t/2·(nt − 1 + (1−t)^n) ≤ (n−1)/2 t². */
function* steps(q: BestOfN): Generator<Step> {
  if (q.isOneDraw) return;
  const levels = levelsOf(q);
  let total: Real = rationalReal(Rational.ZERO);
  for (const i of someAtoms(levels, Number.POSITIVE_INFINITY)) {
    const { below, upTo } = placeOf(levels, i);
    const error = enclosedOnly(levels.of(TRAPEZOID_ERROR, below, upTo));
    total = sum(total, error);
  }
  const gap = difference(levels.winRateBound, levels.winRate);
  yield { name: 'n/(n+1) − W = Σ T(F_{i−1}, F_i)', relation: equal('n/(n+1) − W', gap, 'Σ T', total) };
  for (const i of someAtoms(levels)) {
    const { share } = placeOf(levels, i);
    const below = Rational.ONE.sub(share);
    const error = enclosedOnly(levels.of(TRAPEZOID_ERROR, below, Rational.ONE));
    const chord = levels.of(CHORD, share);
    yield { name: 'T(1−t, 1) ≤ t/2 (nt − 1 + (1−t)^n)', relation: atMost('τ', error, 'tangent', chord) };
    // For the lowest atom t = p/F = 1, and both sides are equal.
    if (below.sign() === 0) continue;
    const square = rationalReal(levels.draws.sub(Rational.ONE).div(Rational.of(2)).mul(share.pow(2)));
    yield { name: 't/2 (nt − 1 + (1−t)^n) ≤ (n−1)/2 t²', relation: atMost('tangent', chord, '(n−1)/2 t²', square) };
  }
}

const CHORD = defineEnclosed<[share: Rational]>({
  symbol: 't/2 (nt − 1 + (1−t)^n)',
  formula: ({ field, n }, share) => {
    const line = field.rational(n.mul(share).sub(Rational.ONE));
    const above = field.add(line, field.pow(field.rational(Rational.ONE.sub(share)), n));
    return field.mul(field.rational(share.div(Rational.of(2))), above);
  },
});
