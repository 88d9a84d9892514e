import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, type Step } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { powerSum } from '../../src/quantities/renyi.ts';
import { kappa, kappaUpper, sharpQuadraticConstant } from '../../src/regions/kappa.ts';
import { gapIsLocal, localGapScales, placeOf, someAtoms } from '../shared/atoms.ts';
import { collisionProbability, rationals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'sharp-quadratic',
  title: 'The best constant with Σp²',
  statement: 'log n − (n−1)/n − KL(π‖p) ≤ κ_n Σ p_i² with κ_n = max γ(t)/t²',
  source: 'this project, docs/theory-ours.md; sharpens Beirami et al., arXiv 2401.01879, Theorem 3.4',
  hypotheses: 'finite policy, integer n ≥ 2; κ_n by a certified upper bound of 25 digits; p_i as in gap-upper',
  expected: 'holds',
  proof: {
    theorems: ['quadratic_constant_iff', 'gap_two_le_quadratic', 'level_policy', 'random_ties_kl'],
    beyond: 'that κ_n bounds γ(t)/t² for n ≥ 3; boxes certify it',
  },
  domain: { atoms: 1, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    'real-draws': { notApplicable: 'κ_n is worked out for integers only' },
    'one-draw': { notApplicable: 'there is no κ_1: γ vanishes' },
  },
  relations: (q) => [atMost('gap', q.gap, 'κ_n Σ p²', rationalReal(kappaUpper(q.n).mul(powerSum(q.policy, 2))))],
  *crossChecks(q) {
    yield rationals('Σ p², mass by mass', powerSum(q.policy, 2), collisionProbability(q));
    const t = sharpQuadraticConstant(q.n).at.lo;
    const ratio = multiple(Rational.ONE.div(t.pow(2)), q.topGapAt(t));
    yield { name: 'κ_n and γ(t)/t² where the maximum lies', one: kappa(q.n), other: ratio };
  },
  derivation: steps,
});

function* steps(q: BestOfN): Generator<Step> {
  yield gapIsLocal(q);
  const constant = kappaUpper(q.n);
  for (const i of someAtoms(q)) {
    const { share } = placeOf(q, i);
    yield localGapScales(q, i);
    const square = rationalReal(constant.mul(share.pow(2)));
    yield { name: 'γ(t) ≤ κ_n t²', relation: atMost('γ(p/F)', q.topGapAt(share), 'κ_n (p/F)²', square) };
  }
}
