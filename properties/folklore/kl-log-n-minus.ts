import { defineClaim } from '../../src/claims/claim.ts';
import { isEqualTo, log, minus, n, over } from '../../src/claims/expression/expression.ts';
import { KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-log-n-minus',
  title: 'KL is log n − 1/n',
  source: 'a slip in (n−1)/n; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_ln_minus_inverse', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  states: [isEqualTo(KL, minus(log(n), over(1, n)))],
});
