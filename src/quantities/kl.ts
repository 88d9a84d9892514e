import { type Law, sumOver } from '../selection/law.ts';
import { phi } from './local-gap.ts';

/**
 * KL(π‖p) = Σ π_i log(π_i/p_i), the direct sum, in nats. A stretch [a, b] without atoms adds the integral of f log f for
 * f(u) = n u^(n−1) over it, Φ_n(b) − Φ_n(a).
 *
 * Source: the definition; Beirami et al., arXiv 2401.01879, §3. 0 at n = 1 and for one atom.
 */
export function kl<Q, T>(law: Law<Q, T>): T {
  const { field, policy, n } = law;
  return sumOver(law, ({ index, probability, mass, isStretch }) =>
    isStretch
      ? field.minus(phi(field, policy.cdf(index + 1), n), phi(field, policy.cdf(index), n))
      : field.relativeEntropy(probability, mass),
  );
}
