import { defineClaim } from '../../src/claims/claim.ts';
import { isEqualTo, minus, n, over } from '../../src/claims/expression/expression.ts';
import { BINARY_LOG, KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'kl-log2',
  title: 'The formula with a logarithm to base 2',
  statement: 'KL(π‖p) = log₂ n − (n−1)/n, with KL in nats',
  source: 'a mixture of bits and nats; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_lt_binary_formula', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(KL, minus(BINARY_LOG, over(minus(n, 1), n)))],
});
