import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, product, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, over, plus, times } from '../../src/claims/expression/expression.ts';
import { LEVEL_SQUARES, WIN_RATE } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { trapezoidError, winRate, winRateGapBound } from '../../src/quantities/win-rate.ts';
import type { Law, LawAtom } from '../../src/selection/law.ts';
import { levelsOf } from '../shared/atoms.ts';
import { asStated, collisionProbability, inDecimals, rationals } from '../shared/cross-checks.ts';
import {
  defineTerms,
  excess,
  isTooLarge,
  parts,
  powerOf,
  powerOnlyLessens,
  squaresAddUp,
  step,
  terms,
  topTrapezoidError,
  total,
} from '../shared/steps.ts';

const STATED = isAtMost(minus(over(n, plus(n, 1)), WIN_RATE), times(over(minus(n, 1), 2), LEVEL_SQUARES));

export const claim = defineClaim({
  id: 'win-rate-gap',
  title: 'The win rate is near n/(n+1) where collisions are rare',
  source: 'Beirami et al., arXiv 2401.01879, Theorem 5.4',
  hypotheses: 'finite policy, integer n ≥ 1; p_i are the masses of levels where rewards tie, however ties are broken',
  expected: 'holds',
  proof: { theorems: ['win_rate_gap_le_quadratic', 'win_rate_ties_levels', 'level_policy'] },
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  states: [STATED],
  *crossChecks(q) {
    yield asStated('(n−1)/2 Σ p²', q, STATED, rationalReal(winRateGapBound(q.policy.byLevel(), q.draws)));
    const collisions = collisionProbability(levelsOf(q));
    const squares = collisions.mul(q.draws).sub(collisions).div(Rational.of(2));
    yield rationals('(n−1)/2 Σ p², mass by mass', winRateGapBound(q.policy.byLevel(), q.draws), squares);
    yield* inDecimals('W', q, q.winRate, winRate);
  },
  *derivation(q) {
    if (isTooLarge(q)) return;
    const errors = [...terms(q, ERRORS)];
    const shortfall = difference(q.winRateBound, q.winRate);
    yield step('the errors of the trapezoids add up', equal('Σ T(a, b)', total(errors), 'n/(n+1) − W', shortfall));
    const less = q.draws.sub(Rational.ONE);
    for (const [i, part] of parts(q).entries()) {
      const { share } = part;
      const error = topTrapezoidError(q, share);
      const scaled = product(powerOf(q, part.b, 1), error);
      yield step('the error of a trapezoid scales', equal('T(a, b)', errors[i] as Real, 'b^(n+1) τ((b−a)/b)', scaled));
      const over = excess(q, share);
      const tangent = multiple(share.div(Rational.of(2)), over);
      yield step('the tangent lies below', atMost('τ(t)', error, 't/2 (n t − 1 + (1−t)^n)', tangent));
      const bracket = rationalReal(less.mul(share));
      yield step('(1−t)^n is at most 1 − t', atMost('n t − 1 + (1−t)^n', over, '(n−1) t', bracket));
      yield powerOnlyLessens(q, part, 1);
    }
    const bound = winRateGapBound(q.policy, q.draws);
    yield squaresAddUp(q, less.div(Rational.of(2)), bound);
    yield step('the sum', atMost('n/(n+1) − W', shortfall, '(n−1)/2 Σ p²', rationalReal(bound)));
  },
});

function trapezoidErrorOf<Q, T>({ field, policy, n }: Law<Q, T>, { index }: LawAtom<Q>): T {
  return field.lift(trapezoidError(field, policy.cdf(index), policy.cdf(index + 1), n));
}

const ERRORS = defineTerms('T(a, b)', trapezoidErrorOf, ({ isOneDraw }) => isOneDraw);
