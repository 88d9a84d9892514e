import { defineClaim } from '../../src/claims/claim.ts';
import { GAP_AT_MOST_SQUARES } from '../beirami-2024/gap-upper.ts';

/** It fails for a light atom at the bottom below a continuous part, which adds nothing to Σ p². */
export const claim = defineClaim({
  id: 'gap-upper-real',
  title: 'The bound of the gap between n = 1 and n = 2',
  statement: 'log n − (n−1)/n − KL(π‖p) ≤ 2n(n−1) Σ p_i² for n between 1 and 2',
  source: 'Theorem 3.4 of Beirami et al., arXiv 2401.01879, extended; refuted in docs/theory-falsehoods.md',
  hypotheses: 'policy with K ≥ 2 of atoms and continuous parts, real n ∈ [9/8, 15/8]; the sum is over the atoms',
  expected: 'fails',
  domain: { atoms: 2, draws: 9 / 8, maxDraws: 15 / 8, realDraws: true, continuousParts: true },
  shares: { 'best-rare': 0.1, 'best-critical': 0.1 },
  cost: 'high',
  extensions: {
    // Without continuous parts a counterexample needs tens of thousands of outcomes, and the generator has none beside ties.
    'random-ties': { witness: { weights: [1n, 1n, 798n], ranks: [0, 0, 1], n: 1.25, continuousParts: [2] } },
    'ordered-ties': {
      witness: { weights: [1n, 1n, 798n], ranks: [0, 0, 1], n: 1.25, ties: 'order', continuousParts: [2] },
    },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  states: [GAP_AT_MOST_SQUARES],
});
