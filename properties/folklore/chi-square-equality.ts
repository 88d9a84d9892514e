import { defineClaim } from '../../src/claims/claim.ts';
import { CHI_SQUARE, CHI_SQUARE_BOUND } from '../../src/claims/expression/divergence-symbols.ts';
import { isEqualTo } from '../../src/claims/expression/expression.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

export const claim = defineClaim({
  id: 'chi-square-equality',
  title: 'The bound of the χ² divergence as an equality',
  source: 'the bound of Mroueh, arXiv 2406.05883, taken for the value; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: {
    theorems: ['chi_square_lt', 'chi_square_by_squares', 'random_ties_chi_square', 'level_policy'],
    refutes: 'every policy',
  },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(CHI_SQUARE, CHI_SQUARE_BOUND)],
});
