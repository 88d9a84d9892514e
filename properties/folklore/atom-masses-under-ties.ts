import { rationalReal } from '../../src/arithmetic/real.ts';
import { gapUpperBound } from '../../src/bounds/gap-bounds.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';

export const claim = defineClaim({
  id: 'atom-masses-under-ties',
  title: 'The bound of the gap with outcomes instead of levels',
  statement: 'log n − (n−1)/n − KL(π‖p) ≤ 2n(n−1) Σ p(y)², the sum over outcomes also where rewards tie',
  source:
    'Theorem 3.4 of Beirami et al., arXiv 2401.01879, beyond its assumption that nothing ties; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy in which rewards tie, broken at random, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['outcome_masses_are_no_bound'], refutes: 'some policy' },
  domain: { atoms: 1, draws: 2, ties: true },
  shares: { ties: 1, 'best-rare': 0.1, 'best-critical': 0.1, 'best-common': 0.1 },
  extensions: {
    // The outcomes are then the atoms.
    'ordered-ties': 'holds',
    'continuous-parts': { notApplicable: 'a continuous part ties with nothing' },
    'one-draw': 'holds',
  },
  relations: ({ policy: { weights }, gap, draws }) => [
    atMost('gap', gap, '2n(n−1) Σ p(y)²', rationalReal(gapUpperBound(FinitePolicy.fromWeights(weights), draws))),
  ],
});
