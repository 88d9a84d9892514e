import { defineClaim } from '../../src/claims/claim.ts';
import { isAtMost, minus } from '../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-near-formula',
  title: 'The formula errs by at most 1',
  source: 'the hope that the formula, if not exact, is close; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_far_below_formula'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isAtMost(minus(ATOMLESS_KL, 1), KL)],
});
