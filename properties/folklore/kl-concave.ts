import { defineClaim } from '../../src/claims/claim.ts';
import { at, isAtMost, plus, times } from '../../src/claims/expression/expression.ts';
import { KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

/** Concavity in log n is tested at n, 2n and 4n, which are equally spaced in log n. */
export const claim = defineClaim({
  id: 'kl-concave',
  title: 'KL is concave in log n',
  statement: 'KL_n + KL_{4n} ≤ 2 KL_{2n} for the KL of best-of-n on one policy',
  source: 'the look of curves that level off; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ∈ [1, 250]',
  expected: 'fails',
  proof: { theorems: ['kl_is_not_concave'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 1, maxDraws: 250 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-atom': 'holds' },
  states: [isAtMost(plus(KL, at(4, KL)), times(2, at(2, KL)))],
});
