import { defineClaim, equal } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

export const claim = defineClaim({
  id: 'ties-never-matter',
  title: 'How ties are broken does not matter to KL',
  statement: 'KL(π‖p) is the same whether ties are broken at random or by a fixed order',
  source: 'what is true of the win rate, said of KL; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy in which rewards tie, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['level_kl_lt', 'random_ties_kl'], refutes: 'every policy' },
  domain: { atoms: 1, draws: 2, ties: true, exactForms: true },
  shares: { ties: 1, 'best-rare': 0.02, 'best-critical': 0.1, 'best-common': 0.1 },
  cost: 'medium',
  extensions: {
    'ordered-ties': { notApplicable: 'both ways to break ties are in the claim' },
    'continuous-parts': { notApplicable: 'a continuous part ties with nothing' },
    'real-draws': { notApplicable: 'that two numbers are equal is decided by exact forms, which real n has not' },
    'one-draw': 'holds',
  },
  relations({ policy: { weights, ranks }, draws }) {
    const under = (ties: 'order' | 'level'): BestOfN =>
      new BestOfN(FinitePolicy.fromRanked(weights, ranks, { ties }), draws);
    return [equal('KL by a fixed order', under('order').kl, 'KL at random', under('level').kl)];
  },
});
