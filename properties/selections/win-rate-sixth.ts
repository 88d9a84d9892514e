import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { otherKl, weightsOnAtoms, winRateOf } from '../../src/quantities/other-policy.ts';
import { chanceToBeAhead, rationals } from '../shared/cross-checks.ts';
import { scaledSquare } from '../shared/gain.ts';

const HALF = Rational.of(1, 2);
const SIX = Rational.of(6);

export const claim = defineClaim({
  id: 'win-rate-sixth',
  title: 'What a divergence buys in win rate',
  statement: '6(W(φ) − 1/2)² ≤ KL(φ‖p) for every law φ; so W(φ) − 1/2 is at most the square root of KL(φ‖p)/6',
  source: 'this project, docs/theory-selections.md',
  hypotheses: 'finite policy, any law φ on its outcomes, best-of-n for integer n ≥ 1 among them',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  *relations(q) {
    const { policy, auxiliary } = q;
    const phi = otherKl(weightsOnAtoms(policy, auxiliary), policy.atoms);
    yield atMost('6 (W(φ) − 1/2)²', excess(rationalReal(winRateOf(policy, auxiliary))), 'KL(φ‖p)', phi);
    yield atMost('6 (W − 1/2)²', excess(q.winRate), 'KL', q.kl);
  },
  *crossChecks(q) {
    if (q.policy.isDiscrete)
      yield rationals('W(φ) over all pairs', winRateOf(q.policy, q.auxiliary), chanceToBeAhead(q));
  },
});

/** 6 (w − ½)² */
function excess(w: Real): Real {
  return scaledSquare(SIX, difference(w, rationalReal(HALF)));
}
