import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { LOG_RATIO } from '../../src/quantities/divergence-quantities.ts';
import { kl } from '../../src/quantities/kl.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'kl-below-top',
  title: 'KL never exceeds −log of the mass of the best outcome',
  statement: 'KL(π‖p) ≤ log(π_K/p_K) ≤ −log p_K',
  source:
    'Beirami et al., arXiv 2401.01879, section 3, the observation that KL is bounded, in the form of docs/theory.md',
  hypotheses: 'finite policy, integer n ≥ 1; checked for n ≤ 200; p_K is the mass of the best level where rewards tie',
  expected: 'holds',
  proof: {
    theorems: ['kl_le_ln_top_ratio', 'ln_top_ratio_le', 'level_policy', 'random_ties_kl'],
  },
  domain: { atoms: 1, draws: 1, maxDraws: 200 },
  shares: COMMON_SHARES,
  cost: 'high',
  relations(q) {
    const top = q.policy.atoms.length - 1;
    // Nothing is stated where a continuous part is on top: −log 0 is infinite.
    if (q.policy.continuousParts.has(top)) return [];
    const ratio = q.of(LOG_RATIO, top);
    const bound = exactReal(LogForm.log(Rational.ONE.div(q.policy.mass(top))));
    return [atMost('KL', q.kl, 'log(π_K/p_K)', ratio), atMost('log(π_K/p_K)', ratio, '−log p_K', bound)];
  },
  crossChecks: (q) => inDecimals('KL', q, q.kl, kl),
});
