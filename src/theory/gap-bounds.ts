import { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { powerSum } from './renyi.ts';

/**
 * 2n(n−1) Σ p_i², which the gap D̃_n − KL never exceeds.
 *
 * Source: Beirami et al., arXiv 2401.01879, Theorem 3.4. Guarantee: exact.
 */
export function gapUpperBound(policy: FinitePolicy, n: number): Rational {
  const draws = Rational.fromDouble(n);
  return Rational.of(2).mul(draws).mul(draws.sub(Rational.ONE)).mul(powerSum(policy, 2));
}
