import type { Real } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { Evaluation } from '../../src/quantities/evaluation.ts';
import { worstOf } from '../../src/selection/mirrored.ts';

export const claim = defineClaim({
  id: 'best-worst-symmetric',
  title: 'The best and the worst of n are equally far from the reference',
  statement: 'KL(π‖p) = KL(ω‖p), with ω the law of worst-of-n',
  source: 'a natural guess, because it is true without atoms; refuted in docs/theory-falsehoods.md',
  hypotheses: 'finite policy with K ≥ 2, integer n ≥ 2',
  expected: 'fails',
  domain: { atoms: 2, draws: 2 },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'one-draw': 'holds', 'one-atom': 'holds' },
  relations: (q) => [equal('KL of the best', q.kl, 'KL of the worst', klOfWorst(q))],
});

/** The KL of worst-of-n. Where the order turned around is the same order, it is the same real, which is equal to itself at any size. */
function klOfWorst({ policy, draws, kl, isTrivial }: BestOfN): Real {
  return isTrivial || isTurnedSame(policy) ? kl : new Evaluation(policy, worstOf(draws)).kl;
}

function isTurnedSame({ atoms, continuousParts }: FinitePolicy): boolean {
  const last = atoms.length - 1;
  return atoms.every(
    (weight, i) => weight === atoms[last - i] && continuousParts.has(i) === continuousParts.has(last - i),
  );
}
