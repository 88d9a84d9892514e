import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { otherKl, weightsOnAtoms } from '../../src/quantities/other-policy.ts';

export const claim = defineClaim({
  id: 'best-challenger',
  title: 'The nearest law to two laws is their mixture',
  statement: 'KL(φ‖m) + KL(v‖m) ≤ KL(φ‖p) + KL(v‖p) with m = (φ + v)/2, for every law φ; checked with v uniform',
  source: 'the compensation identity (Topsøe 1967), as used for best challengers; docs/theory-selections.md',
  hypotheses: 'finite policy, any law φ on its outcomes; integer n ≥ 1, which does not matter',
  expected: 'holds',
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  relations(q) {
    const { phi, uniform, mixture } = lawsOf(q);
    const here = sum(otherKl(phi, mixture), otherKl(uniform, mixture));
    const there = sum(otherKl(phi, q.policy.atoms), otherKl(uniform, q.policy.atoms));
    return [atMost('KL(φ‖m) + KL(v‖m)', here, 'KL(φ‖p) + KL(v‖p)', there)];
  },
  *crossChecks(q) {
    const { phi, uniform, mixture } = lawsOf(q);
    // KL(φ‖m) + KL(v‖m) = 2H(m) − H(φ) − H(v), with H(x) = log K − KL(x‖v).
    const spread = difference(otherKl(phi, uniform), multiple(Rational.of(2), otherKl(mixture, uniform)));
    yield {
      name: 'KL(φ‖m) + KL(v‖m) by entropies',
      one: sum(otherKl(phi, mixture), otherKl(uniform, mixture)),
      other: spread,
    };
  },
  *derivation(q) {
    const { phi, uniform, mixture } = lawsOf(q);
    const { atoms } = q.policy;
    const more = sum(
      difference(otherKl(phi, atoms), otherKl(phi, mixture)),
      difference(otherKl(uniform, atoms), otherKl(uniform, mixture)),
    );
    const between = otherKl(mixture, atoms);
    yield { name: 'KL(m‖p) ≥ 0', relation: atMost('0', rationalReal(Rational.ZERO), 'KL(m‖p)', between) };
    yield {
      name: 'the difference is 2 KL(m‖p)',
      relation: equal('difference', more, '2 KL(m‖p)', sum(between, between)),
    };
  },
});

/** Weights of φ, of the uniform law, and of their mixture. */
function lawsOf({ policy, auxiliary }: BestOfN): Record<'phi' | 'uniform' | 'mixture', readonly bigint[]> {
  const phi = weightsOnAtoms(policy, auxiliary);
  const whole = phi.reduce((s, weight) => s + weight, 0n);
  const uniform = phi.map(() => 1n);
  return { phi, uniform, mixture: phi.map((weight) => weight * BigInt(phi.length) + whole) };
}
