import type { Real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

export const claim = defineClaim({
  id: 'uniform-maximises-kl',
  title: 'Equal outcomes have the largest KL',
  statement: 'KL(π‖p) is at most that of K equal outcomes, where K is the number of atoms of p',
  source:
    'a natural guess, because the bound of the KL is approached by equal outcomes; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: {
    'continuous-parts': { notApplicable: 'a continuous part is infinitely many outcomes' },
    'one-draw': 'holds',
    'one-atom': 'holds',
  },
  relations: (q) => [atMost('KL', q.kl, 'KL of K equal outcomes', klOfEqual(q))],
});

/** The KL of as many equal outcomes. Where the outcomes are equal it is the same real, which is equal to itself at any size. */
function klOfEqual({ policy: { atoms }, draws, kl }: BestOfN): Real {
  if (atoms.every((weight) => weight === atoms[0])) return kl;
  return new BestOfN(FinitePolicy.fromWeights(atoms.map(() => 1n)), draws).kl;
}
