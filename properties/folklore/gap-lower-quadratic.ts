import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, minus, n, times } from '../../src/claims/expression/expression.ts';
import { GAP, SQUARES } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'gap-lower-quadratic',
  title: 'The upper bound of the gap as a lower one',
  source: 'Theorem 3.4 of Beirami et al., arXiv 2401.01879, with the sign turned; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2; p_i are the masses of levels where rewards tie',
  expected: 'fails',
  proof: { theorems: ['gap_lt_quadratic', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isAtMost(times(2, n, minus(n, 1), SQUARES), GAP)],
});
