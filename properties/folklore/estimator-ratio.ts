import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { BETTER_ESTIMATOR_MEAN } from '../../src/quantities/estimator-quantities.ts';

/** The constant c in E D̂* − KL ≤ c (E D̂ − KL). */
const SHARE = Rational.of(9, 10);

export const claim = defineClaim({
  id: 'estimator-ratio',
  title: 'The better estimator saves a fixed share',
  statement: 'E D̂*_n(p(y)) − KL ≤ 9/10 (E D̂_n(p(y)) − KL), the means over y ∼ π',
  source: 'a question of this project, for a constant below 1; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ∈ [2, 64]; p(y) is the mass of the outcome itself',
  expected: 'fails',
  domain: { atoms: 2, draws: 2, maxDraws: 64 },
  shares: { 'best-rare': 0.1, 'best-critical': 0.1, 'best-common': 0.02, ties: 0.05 },
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations(q) {
    // Without atoms all three equal D̃_n.
    if (q.policy.isAtomless) return [];
    const better = q.of(BETTER_ESTIMATOR_MEAN);
    const bound = sum(multiple(SHARE, q.estimatorMean), multiple(Rational.ONE.sub(SHARE), q.kl));
    return [atMost('E D̂*', q.isOneDraw ? q.kl : better, '9/10 E D̂ + 1/10 KL', bound)];
  },
});
