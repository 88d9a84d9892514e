import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { bound, chiSquare } from '../mroueh-2024/chi-square.ts';

export const claim = defineClaim({
  id: 'chi-square-equality',
  title: 'The bound of the χ² divergence as an equality',
  statement: 'χ²(π‖p) = Σ π_i²/p_i − 1 = (n−1)²/(2n−1)',
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
  relations(q) {
    return [equal('χ²', chiSquare(q), '(n−1)²/(2n−1)', bound(q))];
  },
});
