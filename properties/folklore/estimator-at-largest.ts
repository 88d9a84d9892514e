import type { Rational } from '../../src/arithmetic/rational.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { isBestOnly } from '../shared/atoms.ts';
import { belowBest, belowEstimatorBest } from '../shared/below-best.ts';

export const claim = defineClaim({
  id: 'estimator-at-largest',
  title: 'The estimator at the heaviest outcome is a bound',
  statement: 'KL(π‖p) ≤ D̂_n(max p_i)',
  source: 'KL ≤ D̂_n(ε_∞) with the wrong outcome; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; p_i are the masses of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['estimator_below_kl'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations(q) {
    if (isBestOnly(q.policy)) return [];
    const largest = largestMass(q.policy);
    const below = belowBest(q);
    if (below && largest?.equals(below.top)) return [belowEstimatorBest(q, below)];
    return [atMost('KL', q.kl, 'D̂_n(max p)', largest ? q.estimatorAt(largest) : q.atomlessKl)];
  },
});

/** The mass of the heaviest atom; null where there are continuous parts only. */
function largestMass(policy: FinitePolicy): Rational | null {
  let heaviest: number | null = null;
  for (const [index, weight] of policy.atoms.entries()) {
    if (policy.continuousParts.has(index)) continue;
    if (heaviest === null || weight > (policy.atoms[heaviest] as bigint)) heaviest = index;
  }
  return heaviest === null ? null : policy.mass(heaviest).reduced();
}
