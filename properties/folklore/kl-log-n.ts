import { defineClaim } from '../../src/claims/claim.ts';
import { isEqualTo, log, n } from '../../src/claims/expression/expression.ts';
import { KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-log-n',
  title: 'KL is log n',
  source: 'the bound π/p ≤ n taken for the value; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_ln', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(KL, log(n))],
});
