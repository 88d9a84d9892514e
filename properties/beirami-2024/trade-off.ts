import { compare } from '../../src/arithmetic/compare.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { otherKl, weightsOnAtoms, winRateOf } from '../../src/quantities/other-policy.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { winRateByTrapezoids } from '../../src/quantities/win-rate.ts';
import { levelsOf } from '../shared/atoms.ts';
import { belowBest, logOf } from '../shared/below-best.ts';
import { chanceToBeAhead, inDecimals, rationals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'trade-off',
  title: 'Best-of-n is near-optimal',
  statement:
    'KL(φ‖p) ≤ D̃_n ⟹ W(φ) ≤ n/(n+1) + 1/(n²(n+1)); KL(φ‖p) ≤ KL ⟹ W(φ) ≤ W + 1/(n²(n+1)) + n(n−1)/12 · Σ p_i³; 1 − e^(−D̃_n)/2 ≤ n/(n+1)',
  source: 'Beirami et al., arXiv 2401.01879, section 7, in the explicit form of docs/theory.md',
  hypotheses: 'finite policy, any law φ on its outcomes, integer n ≥ 1; masses are those of levels where rewards tie',
  expected: 'holds',
  proof: {
    theorems: [
      'trade_off_at_formula',
      'trade_off_at_best_of',
      'rewind_at_formula',
      'level_policy',
      'random_ties_kl',
      'win_rate_ties_levels',
    ],
  },
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  *crossChecks(q) {
    yield rationals('W(φ) and the chance to be ahead', winRateOf(q.policy, q.auxiliary), chanceToBeAhead(q));
    yield* inDecimals('W', levelsOf(q), q.winRate, winRateByTrapezoids);
  },
  *relations(q) {
    const levels = q.policy.byLevel();
    const n = q.draws;
    const cost = otherKl(weightsOnAtoms(q.policy, q.auxiliary), q.policy.atoms);
    const won = winRateOf(q.policy, q.auxiliary);
    const one = Rational.ONE;
    const excess = one.div(n.mul(n).mul(n.add(one)));
    if (isAtMost(cost, q.atomlessKl)) {
      yield atMost('W(φ)', rationalReal(won), 'n/(n+1) + 1/(n²(n+1))', sum(q.winRateBound, rationalReal(excess)));
    }
    // This follows from the cubic bound of the win rate, which is false for n between 1 and 2.
    if ((q.isOneDraw || q.n >= 2) && !isAboveLimit(q, cost) && isAtMost(cost, q.kl)) {
      const cubes = n.mul(n.sub(one)).div(Rational.of(12)).mul(powerSum(levels, 3));
      const bound = sum(q.winRate, rationalReal(excess.add(cubes)));
      yield atMost('W(φ)', rationalReal(won), 'W + 1/(n²(n+1)) + n(n−1)/12 Σ p³', bound);
    }
    const doubled = exactReal(LogForm.log(Rational.of(2).mul(n).div(n.add(one))));
    yield atMost('log(2n/(n+1))', doubled, '(n−1)/n', rationalReal(one.sub(one.div(n))));
  },
});

/**
 * Whether KL(φ) ≥ −log p_K where the best atom is missed with a probability s too small to resolve. KL is then just below −log p_K:
 * KL + log p_K = s (KL′ − logOdds) + (1−s) log(1−s) < 0, as KL′ ≤ log n < logOdds.
 */
function isAboveLimit(q: BestOfN, cost: Real): boolean {
  const below = belowBest(q);
  return below !== null && isAtMost(logOf(Rational.ONE.div(below.top)), cost);
}

function isAtMost(a: Real, b: Real): boolean {
  const { order } = compare(a, b);
  return order === 'less' || order === 'equal';
}
