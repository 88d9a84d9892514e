import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal } from '../../src/arithmetic/real.ts';
import { renyiBound } from '../../src/bounds/divergence-bounds.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { RENYI_DIVERGENCE } from '../../src/quantities/divergence-quantities.ts';

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
  survives: { 'one-draw': 'yes' },
  relations(q) {
    const bound = exactReal(renyiBound(exactField, q.draws, ORDER));
    const { isAtomless } = q.policy;
    const value = isAtomless ? bound : q.of(RENYI_DIVERGENCE, ORDER);
    return [equal('D_2', value, 'log(n²/(2n−1))', bound)];
  },
});
