import { exactField } from '../../src/arithmetic/exact-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, rationalReal } from '../../src/arithmetic/real.ts';
import { defineClaim, equal } from '../../src/claims/claim.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import {
  acceptedMass,
  rewindKl,
  rewindKlByTerms,
  rewindLawAfter,
  rewindWinRate,
  rewindWinRateByTerms,
} from '../../src/selection/rewind.ts';

export const claim = defineClaim({
  id: 'rewind-and-repeat',
  title: 'Drawing until the answer is good enough',
  statement: 'the law is p_i/a on what is accepted, KL = −log a and W = 1 − a/2, with a the accepted mass',
  source: 'Beirami et al., arXiv 2401.01879, section 6',
  hypotheses: 'finite policy, every cut k < K; the law within t = n ≥ 1 draws, p_i/a·(1 − F_k^t)',
  expected: 'holds',
  proof: {
    theorems: [
      'rewind_law',
      'rewind_converges',
      'top_part_distribution',
      'rewind_kl',
      'rewind_win_rate',
      'level_policy',
    ],
  },
  domain: { atoms: 1, draws: 1, exactForms: true },
  shares: { 'best-critical': 0.1, 'best-common': 0.03, ties: 0.05 },
  cost: 'high',
  extensions: { 'real-draws': { notApplicable: 'only an integer number of draws can be made' } },
  *relations({ policy, n }) {
    for (const k of policy.atoms.keys()) {
      const last = policy.atoms.length - 1;
      const stated = rewindLawAfter(exactField, policy, k, n)[last] as Rational;
      yield equal(`ρ(${last + 1}) by ${k}`, rationalReal(stated), 'drawn', rationalReal(drawn(policy, k, n)));
      const kl = exactReal(rewindKlByTerms(exactField, policy, k));
      yield equal(`Σ ρ log(ρ/p) by ${k}`, kl, '−log a', exactReal(rewindKl(exactField, policy, k)));
      const winRate = rationalReal(rewindWinRateByTerms(exactField, policy, k));
      yield equal(`W by ${k}`, winRate, '1 − a/2', rationalReal(rewindWinRate(policy, k)));
      const half = acceptedMass(policy, k).div(Rational.of(2));
      yield equal(`W by ${k}`, winRate, '1 − e^−KL/2', rationalReal(Rational.ONE.sub(half)));
    }
  },
});

/** The probability that the best atom is the first accepted sample of at most t draws: Σ_{s<t} F_k^s p_K. */
function drawn({ atoms, cumulative, total }: FinitePolicy, k: number, t: number): Rational {
  const [refused, best] = [cumulative[k] as bigint, atoms.at(-1) as bigint];
  let sum = 0n;
  let power = 1n;
  for (let s = 0; s < t; s += 1) {
    sum = sum * total + power * best;
    power *= refused;
  }
  return Rational.of(sum, total ** BigInt(t));
}
