import { DomainError } from '../arithmetic/errors.ts';
import { checkCount, checkNotNegative } from '../policy/arguments.ts';

/**
 * Weights of the tilt q_i ∝ p_i e^{λ r_i} of a reference for a rational base e^λ = up/down and integer rewards r_i ≥ 0.
 *
 * Of all laws whose KL from the reference is at most that of q, q has the largest mean reward, for λ ≥ 0. Source: Yang et al.,
 * arXiv 2404.01730. Guarantee: exact.
 *
 * @throws DomainError unless up, down ≥ 1 and there is a reward ≥ 0 for each weight.
 * @example
 * tiltedWeights([1n, 1n, 1n], [0n, 1n, 2n], 3n).join(); // '1,3,9'
 */
export function tiltedWeights(weights: readonly bigint[], rewards: readonly bigint[], up: bigint, down = 1n): bigint[] {
  if (up < 1n || down < 1n) throw new DomainError(`a tilt needs a positive base, not ${up}/${down}`);
  checkCount('the rewards', rewards, weights.length);
  checkNotNegative('a reward', rewards);
  const most = rewards.reduce((a, b) => (a > b ? a : b));
  return weights.map((weight, i) => {
    const reward = rewards[i] as bigint;
    return weight * up ** reward * down ** (most - reward);
  });
}
