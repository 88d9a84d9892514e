import { defineClaim } from '../../src/claims/claim.ts';
import { isEqualTo } from '../../src/claims/expression/expression.ts';
import { ATOMLESS_KL, KL } from '../../src/claims/expression/symbols.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'equality',
  title: 'The formula as an equality',
  source:
    'used as an equality by Stiennon et al. 2020 and Gao et al. 2023; refuted by Beirami et al., arXiv 2401.01879, section 3',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['kl_ne_formula', 'level_policy', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(KL, ATOMLESS_KL)],
});
