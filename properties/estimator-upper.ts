import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import { estimatorMean } from '../src/theory/estimator.ts';
import { estimatorMeanAgain, inDecimals } from './second-ways.ts';

/** The term-by-term second way is worked out for policies of few outcomes. */
const FEW_OUTCOMES = 10;

export const claim = defineClaim({
  id: 'estimator-upper',
  title: 'The estimator is an upper bound in the mean',
  statement: 'KL(π‖p) ≤ E_{y∼π} D̂_n(p(y))',
  source: 'Beirami et al., arXiv 2401.01879, Conjecture 4.4; proved in docs/theory.md',
  hypotheses: 'finite policy, integer n ≥ 1; p(y) is the mass of the outcome itself also where rewards tie',
  expected: 'holds',
  domain: { atoms: 1, draws: 1 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations: (q) => [atMost('KL', q.kl, 'E D̂_n(p(y))', q.estimatorMean)],
  *secondWays(q) {
    if (q.policy.outcomes.length <= FEW_OUTCOMES) {
      yield { name: 'E D̂_n and Σ π (formula − γ)', one: q.estimatorMean, other: estimatorMeanAgain(q) };
    }
    yield* inDecimals('E D̂_n', q, q.estimatorMean, estimatorMean);
  },
});
