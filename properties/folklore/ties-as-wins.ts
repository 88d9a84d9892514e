import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, n, over, plus } from '../../src/claims/expression/expression.ts';
import { WINS_AND_TIES } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'ties-as-wins',
  title: 'A win rate with ties as wins is at most n/(n+1)',
  source: 'a win rate that counts "at least as good"; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; π_i and F_i are those of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['wins_and_ties_gt', 'level_policy', 'level_best_of'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  states: [isAtMost(WINS_AND_TIES, over(n, plus(n, 1)))],
});
