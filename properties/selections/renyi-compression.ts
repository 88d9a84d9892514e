import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { weightsOnAtoms } from '../../src/quantities/other-policy.ts';
import { rationals } from '../shared/cross-checks.ts';

const HALF = Rational.of(1, 2);

export const claim = defineClaim({
  id: 'renyi-compression',
  title: 'The Rényi divergence of order 2 by the distance of the laws',
  statement:
    'D_2(φ‖p) is from log(1 + d²) to log(1 + d²/(2 min p)) for every law φ, with d the sum of all |φ_i − p_i|; checked without the logarithm, for χ²',
  source: 'used by Molaei et al., arXiv 2411.09900, for policy space compression; proof in docs/theory-selections.md',
  hypotheses: 'finite policy, any law φ on its outcomes; integer n ≥ 1, which does not matter',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  extensions: { 'continuous-parts': { notApplicable: 'an outcome of a continuous part has no mass, so min p is 0' } },
  *relations(q) {
    const { square, chiSquare, least } = compared(q);
    yield atMost('‖φ − p‖₁²', rationalReal(square), 'χ²(φ‖p)', rationalReal(chiSquare));
    const most = square.mul(HALF).div(least);
    yield atMost('χ²(φ‖p)', rationalReal(chiSquare), '‖φ − p‖₁²/(2 min p)', rationalReal(most));
  },
  *crossChecks(q) {
    const { phi, p } = lawsOf(q);
    const second = phi.reduce((s, x, i) => s.add(x.mul(x).div(p[i] as Rational)), Rational.ZERO);
    yield rationals('χ² and Σ φ²/p − 1', compared(q).chiSquare, second.sub(Rational.ONE));
  },
});

function lawsOf({ policy, auxiliary }: BestOfN): { readonly phi: Rational[]; readonly p: Rational[] } {
  const weights = weightsOnAtoms(policy, auxiliary);
  const whole = weights.reduce((s, weight) => s + weight, 0n);
  return { phi: weights.map((weight) => Rational.of(weight, whole)), p: weights.map((_, i) => policy.mass(i)) };
}

/** ‖φ − p‖₁², χ²(φ‖p) and min p. */
function compared(q: BestOfN): Record<'square' | 'chiSquare' | 'least', Rational> {
  const { phi, p } = lawsOf(q);
  let [distance, chiSquare, least] = [Rational.ZERO, Rational.ZERO, Rational.ONE];
  for (const [i, mass] of p.entries()) {
    const excess = (phi[i] as Rational).sub(mass);
    distance = distance.add(excess.abs());
    chiSquare = chiSquare.add(excess.mul(excess).div(mass));
    if (mass.compare(least) < 0) least = mass;
  }
  return { square: distance.mul(distance), chiSquare, least };
}
