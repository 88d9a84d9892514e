import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, over, plus, times } from '../../src/claims/expression/expression.ts';
import { BETTER_MEAN, ESTIMATOR_MEAN, KL } from '../../src/claims/expression/symbols.ts';

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
  states: [isAtMost(BETTER_MEAN, plus(times(over(9, 10), ESTIMATOR_MEAN), times(over(1, 10), KL)))],
});
