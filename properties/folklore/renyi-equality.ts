import { Rational } from '../../src/arithmetic/rational.ts';
import { defineClaim } from '../../src/claims/claim.ts';
import { RENYI_TWO, RENYI_TWO_BOUND } from '../../src/claims/expression/divergence-symbols.ts';
import { isEqualTo } from '../../src/claims/expression/expression.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

const ORDER = Rational.of(2);

export const claim = defineClaim({
  id: 'renyi-equality',
  title: 'The bound of the Rényi divergences as an equality',
  statement: 'D_α(π‖p) = log(n^α/(α(n−1)+1))/(α−1) for α > 0, α ≠ 1',
  source: 'the bound of Mroueh, arXiv 2406.05883, taken for the value; refuted in docs/theory-falsehoods.md',
  hypotheses: `finite policy with K ≥ 2, integer n ≥ 2; checked at α = ${ORDER}`,
  expected: 'fails',
  proof: {
    theorems: ['renyi_two_lt', 'random_ties_renyi', 'level_policy'],
    refutes: 'every policy',
  },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: { 'one-draw': 'holds' },
  states: [isEqualTo(RENYI_TWO, RENYI_TWO_BOUND)],
});
