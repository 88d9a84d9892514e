import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal, type Step } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, named, over, plus, times } from '../../src/claims/expression/expression.ts';
import { LEVEL_CUBES, WIN_RATE } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { winRate as exactWinRate, trapezoidError, winRateCubicBound } from '../../src/quantities/win-rate.ts';
import { bestOf } from '../../src/selection/best-of.ts';
import { Law } from '../../src/selection/law.ts';
import { levelsOf, placeOf, someAtoms } from '../shared/atoms.ts';
import { asStated, collisionProbability, rationals } from '../shared/cross-checks.ts';

/** W at n = 2, where both sides are equal: exactly at any size. */
const exactAtTwo = ({ policy, n: draws }: BestOfN): Rational | null =>
  draws === 2 ? exactWinRate(new Law(exactField, policy.byLevel(), bestOf(draws))) : null;

const W = named<BestOfN>({ ...WIN_RATE, rational: exactAtTwo });

const STATED = isAtMost(minus(over(n, plus(n, 1)), W), times(over(times(n, minus(n, 1)), 12), LEVEL_CUBES));

export const claim = defineClaim({
  id: 'win-rate-cubic',
  title: 'The best constant for the win rate with Σp³',
  source: 'this project, docs/theory-ours.md; sharpens Beirami et al., arXiv 2401.01879, Theorem 5.4',
  hypotheses: 'finite policy, integer n ≥ 1; p_i are the masses of levels where rewards tie, however ties are broken',
  expected: 'holds',
  proof: { theorems: ['win_rate_gap_le_cubic', 'win_rate_ties_levels', 'level_policy'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  extensions: { 'real-draws': 'fails' },
  states: [STATED],
  *crossChecks(q) {
    yield asStated('n(n−1)/12 Σ p³', q, STATED, rationalReal(winRateCubicBound(q.policy.byLevel(), q.draws)));
    const cubes = collisionProbability(levelsOf(q), 3);
    const again = cubes.mul(twelfthOf(q));
    yield rationals('n(n−1)/12 Σ p³, mass by mass', winRateCubicBound(q.policy.byLevel(), q.draws), again);
    if (q.n !== 2) return;
    const other = rationalReal(Rational.of(2, 3).sub(cubes.div(Rational.of(6))));
    yield { name: 'W and 2/3 − Σ p³/6', one: q.winRate, other };
  },
  derivation: steps,
});

/** n(n−1)/12 */
function twelfthOf({ draws }: BestOfN): Rational {
  return draws.mul(draws.sub(Rational.ONE)).div(Rational.of(12));
}

/** For two draws both sides are equal, and only exact numbers show that. */
function gapOf(q: BestOfN): Real {
  const exact = exactAtTwo(q);
  return difference(q.winRateBound, exact ? rationalReal(exact) : q.winRate);
}

function* steps(q: BestOfN): Generator<Step> {
  const levels = levelsOf(q);
  let total = rationalReal(Rational.ZERO);
  for (const i of someAtoms(levels, Number.POSITIVE_INFINITY)) total = sum(total, errorAt(levels, i));
  yield { name: 'n/(n+1) − W = Σ T(F_{i−1}, F_i)', relation: equal('n/(n+1) − W', gapOf(q), 'Σ T', total) };
  for (const i of someAtoms(levels)) {
    const { share } = placeOf(levels, i);
    const cubic = rationalReal(twelfthOf(q).mul(share.pow(3)));
    // For two draws both sides are equal.
    if (q.n === 2) continue;
    const relation = atMost('τ(p/F)', topErrorAt(levels, share), 'n(n−1)/12 t³', cubic);
    yield { name: 'τ(t) = T(1−t, 1) ≤ n(n−1)/12 t³', relation };
  }
}

function errorAt(q: BestOfN, i: number): Real {
  const { below, upTo } = placeOf(q, i);
  return q.of(TRAPEZOID_ERROR, below, upTo);
}

/** T(a, b): the area of the trapezoid on [a, b] minus the area under u^n. */
export const TRAPEZOID_ERROR = defineQuantity<[a: Rational, b: Rational]>({
  symbol: 'T',
  formula: ({ field, n }, a, b) => field.lift(trapezoidError(field, a, b, n)),
  isZero: ({ isOneDraw }) => isOneDraw,
});

function topErrorAt(q: BestOfN, t: Rational): Real {
  return q.of(TRAPEZOID_ERROR, Rational.ONE.sub(t), Rational.ONE);
}
