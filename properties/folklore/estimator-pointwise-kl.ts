import { Rational } from '../../src/arithmetic/rational.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { belowBest, belowEstimatorBest } from '../shared/below-best.ts';

export const claim = defineClaim({
  id: 'estimator-pointwise-kl',
  title: 'The estimator is never below KL',
  statement: 'KL(π‖p) ≤ D̂_n(p_i) at every outcome',
  source: 'the estimator as an upper bound without the mean; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; p_i are the masses of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['estimator_below_kl'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  *relations(q) {
    const { policy, kl } = q;
    const below = belowBest(q);
    // Nothing is stated where at most one atom is beside continuous parts. If this atom is on top, the two sides are equal.
    if (policy.continuousParts.size >= policy.atoms.length - 1 && !policy.isDiscrete) return;
    const weights = policy.atoms.filter((_, index) => !policy.continuousParts.has(index));
    // D̂_n decreases in the mass, so the lightest and the heaviest atom suffice.
    for (const weight of new Set([weights.reduce(lighter), weights.reduce(heavier)])) {
      const mass = Rational.of(weight, policy.total).reduced();
      if (below?.top.equals(mass)) {
        yield belowEstimatorBest(q, below);
        continue;
      }
      yield atMost('KL', kl, `D̂_n(${mass})`, q.estimatorAt(mass));
    }
  },
});

function lighter(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function heavier(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}
