import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { ratioOnTop } from '../shared/top.ts';

export const claim = defineClaim({
  id: 'bon-as-tilt',
  title: 'Best-of-n as a tilt by the quantile',
  statement:
    'π_i is in proportion to p_i F_i^(n−1); checked as: π_i/(p_i F_i^(n−1)) is the same for the worst and the best atom',
  source: 'the law without atoms, used for outcomes in code and derivations; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations: (q) => [equal('π_1/(p_1 F_1^(n−1))', ratioAtBottom(q), 'π_K/p_K', atTop(q))],
});

/** The worst atom is selected with probability p_1^n. On a continuous part the weight is the integral of u^(n−1), 1/n of the law. */
function ratioAtBottom({ policy, draws }: BestOfN): Real {
  return rationalReal(policy.continuousParts.has(0) ? draws : Rational.ONE);
}

function atTop(q: BestOfN): Real {
  const { policy, draws } = q;
  return policy.continuousParts.has(policy.atoms.length - 1) ? rationalReal(draws) : ratioOnTop(q);
}
