import { idealWinRate } from '../../src/bounds/ideal-curve.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { type Instance, untied } from '../../src/claims/instance.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';

/** An outcome of weight 12 below twenty of weight 1, the last two of which tie. */
function bottomHeavy(ties: 'level' | 'order'): Instance {
  const weights = [12n, ...Array.from({ length: 20 }, () => 1n)];
  const ranks = weights.map((_, index) => Math.min(index, 19));
  return ties === 'order' ? { weights, ranks, n: 2, ties } : { weights, ranks, n: 2 };
}

export const claim = defineClaim({
  id: 'ideal-curve',
  title: 'No best-of-n rises above the ideal one',
  statement: 'W ≤ m/(m+1) for the m ≥ 1 with log m − (m−1)/m = KL(π‖p)',
  source: 'one reading of Conjecture 7.2 of Beirami et al., arXiv 2401.01879; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  proof: { theorems: ['ideal_curve_is_no_bound'], refutes: 'some policy' },
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'medium',
  extensions: {
    // Counterexamples with ties are rarer than those without.
    'random-ties': { witness: bottomHeavy('level') },
    'ordered-ties': { witness: bottomHeavy('order') },
    'real-draws': { witness: untied([2n, 1n, 1n, 1n], 1.75) },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations(q) {
    // Without atoms best-of-n is on the ideal curve.
    const ideal = q.policy.isAtomless ? q.winRateBound : idealWinRate(q.kl);
    return [atMost('W', q.winRate, 'm/(m+1)', ideal)];
  },
});
