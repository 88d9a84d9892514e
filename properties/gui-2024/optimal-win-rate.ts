import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { dualBound, optimalWinRate } from '../../src/bounds/optimal-curve.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { otherKl, weightsOnAtoms, winRateOf } from '../../src/quantities/other-policy.ts';
import { chanceToBeAhead, rationals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'optimal-win-rate',
  title: 'No law beats the optimal trade-off of win rate and divergence',
  statement:
    'W(φ) = Σ φ_i (F_{i−1} + F_i)/2 ≤ W(c) where KL(c) = KL(φ‖p), for every law φ, with the tilt c e^{cu}/(e^c − 1)',
  source: 'Gui et al., arXiv 2406.00832, for rewards without atoms; for finite policies in docs/theory-neighbours.md',
  hypotheses: 'finite policy, any law φ on its outcomes, best-of-n for integer n ≥ 1 among them',
  expected: 'holds',
  proof: {
    theorems: [
      'optimal_win_rate',
      'win_rate_ties_le_optimal_curve',
      'curve_of_tilt',
      'law_on_levels',
      'win_rate_mid_cdf',
      'best_of_policy',
      'random_ties_distribution',
    ],
  },
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) => [
    atMost('W(φ)', rationalReal(winRateOf(q.policy, q.auxiliary)), 'W(c)', optimalWinRate(klOfOther(q))),
    atMost('W(π)', q.winRate, 'W(c) at KL(π‖p)', optimalWinRate(q.kl)),
  ],
  *crossChecks(q) {
    yield rationals('W(φ) and the chance to be ahead', winRateOf(q.policy, q.auxiliary), chanceToBeAhead(q));
  },
  *derivation(q) {
    const won = rationalReal(winRateOf(q.policy, q.auxiliary));
    for (const c of TILTS) {
      yield {
        name: 'the bound by one tilt (11)',
        relation: atMost('W(φ)', won, '(KL + log((e^c−1)/c))/c', dualBound(klOfOther(q), c)),
      };
      yield {
        name: 'the curve is below its tangents',
        relation: atMost('W(c)', optimalWinRate(klOfOther(q)), 'dual bound', dualBound(klOfOther(q), c)),
      };
    }
  },
});

const TILTS = ['1/4', '1', '4', '16'].map((c) => Rational.parse(c));

function klOfOther({ policy, auxiliary }: BestOfN): Real {
  const levels = policy.byLevel();
  return otherKl(weightsOnAtoms(levels, auxiliary), levels.atoms);
}
