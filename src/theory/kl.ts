import { type Law, sumOver } from './law.ts';

/**
 * KL(π‖p) = Σ π_i log(π_i/p_i), the direct sum, in nats.
 *
 * Source: the definition; Beirami et al., arXiv 2401.01879, §3. 0 at n = 1 and for one atom.
 */
export function kl<Q, T>(law: Law<Q, T>): T {
  return sumOver(law, ({ probability, mass }) => law.field.relativeEntropy(probability, mass));
}
