import { type Law, sumOver } from '../selection/law.ts';

/**
 * KL(π‖p) = Σ π_i log(π_i/p_i), the direct sum, in nats. A continuous part adds the integral of g log g over it.
 *
 * Source: the definition; for best-of-n Beirami et al., arXiv 2401.01879, §3. 0 where the selection changes nothing.
 */
export function kl<Q, T>(law: Law<Q, T>): T {
  const { field, distortion } = law;
  return sumOver(law, (atom) =>
    atom.isContinuous ? distortion.entropy(...law.ends(atom)) : field.relativeEntropy(atom.probability, atom.mass),
  );
}
