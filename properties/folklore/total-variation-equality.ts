import { defineClaim } from '../../src/claims/claim.ts';
import { TOTAL_VARIATION, TOTAL_VARIATION_BOUND } from '../../src/claims/expression/divergence-symbols.ts';
import { isEqualTo } from '../../src/claims/expression/expression.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'total-variation-equality',
  title: 'The bound of the total variation as an equality',
  statement: 'TV = ½ Σ |π_i − p_i| = (1/n)^{1/(n−1)} − (1/n)^{n/(n−1)}',
  source: 'the bound of Mroueh, arXiv 2406.05883, taken for the value; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['total_variation_below_bound'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    'continuous-parts': {
      notApplicable:
        'where a continuous part lies around the quantile n^(−1/(n−1)) it is true, of numbers without exact forms',
    },
    'one-draw': 'holds',
  },
  states: [isEqualTo(TOTAL_VARIATION, TOTAL_VARIATION_BOUND)],
});
