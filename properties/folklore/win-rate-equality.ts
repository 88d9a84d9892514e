import { defineClaim } from '../../src/claims/claim.ts';
import { isEqualTo, n, over, plus } from '../../src/claims/expression/expression.ts';
import { WIN_RATE } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'win-rate-equality',
  title: 'The win rate as an equality',
  source:
    'the value for policies without atoms, applied to finite ones; refuted by Beirami et al., arXiv 2401.01879, Theorem 5.3',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['win_rate_lt', 'level_policy', 'win_rate_ties_levels'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(WIN_RATE, over(n, plus(n, 1)))],
});
