import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, log, minus, n } from '../../src/claims/expression/expression.ts';
import { KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-below-log-n-minus-one',
  title: 'KL is at most log n − 1',
  source: 'the formula for large n with 1/n dropped; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_gt_ln_minus_one'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  states: [isAtMost(KL, minus(log(n), 1))],
});
