import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { otherKl, weightsOnAtoms } from '../../src/quantities/other-policy.ts';
import { scaledSquare } from '../shared/gain.ts';

const EIGHTH = Rational.of(1, 8);

export const claim = defineClaim({
  id: 'oscillation',
  title: 'A divergence is small where the laws nowhere differ much',
  statement: 'KL(φ‖p) ≤ (max log(φ/p) − min log(φ/p))²/8 for every law φ of full support',
  source: "Hoeffding's lemma, for the tilt of p by log(φ/p); docs/theory-selections.md",
  hypotheses:
    'finite policy, any law φ ≥ p/2 on its outcomes: the auxiliary weights mixed with p; integer n ≥ 1, which does not matter',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'medium',
  relations: (q) => [atMost('KL(φ‖p)', otherKl(mixed(q), q.policy.atoms), 'osc(log(φ/p))²/8', bound(q))],
  *crossChecks(q) {
    const { policy } = q;
    const phi = mixed(q);
    const whole = phi.reduce((s, weight) => s + weight, 0n);
    const kl = phi.reduce((s, weight, i) => {
      const mass = Rational.of(weight, whole);
      return s.add(LogForm.log(mass.div(policy.mass(i))).scale(mass));
    }, LogForm.ZERO);
    if (policy.atoms.length <= 4)
      yield { name: 'KL(φ‖p) term by term', one: otherKl(phi, policy.atoms), other: exactReal(kl) };
  },
});

/** Weights of (φ₀ + p)/2 on the atoms, with φ₀ the law of the auxiliary weights. */
function mixed({ policy, auxiliary }: BestOfN): bigint[] {
  const { atoms, total } = policy;
  const added = weightsOnAtoms(policy, auxiliary);
  const whole = added.reduce((s, weight) => s + weight, 0n);
  return added.map((weight, i) => weight * total + (atoms[i] as bigint) * whole);
}

/** (log of the largest ratio φ/p over the smallest)²/8 */
function bound(q: BestOfN): Real {
  const ratios = mixed(q).map((weight, i) => Rational.of(weight, q.policy.atoms[i] as bigint));
  const [least, most] = ratios.reduce(
    ([low, high], ratio) => [ratio.compare(low) < 0 ? ratio : low, ratio.compare(high) > 0 ? ratio : high],
    [ratios[0] as Rational, ratios[0] as Rational],
  );
  return scaledSquare(EIGHTH, exactReal(LogForm.log(most.div(least))));
}
