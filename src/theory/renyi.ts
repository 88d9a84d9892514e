import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** Σ p_i^α = e^{(1−α)H_α} over the atoms, for an integer α ≥ 2. Guarantee: exact. @throws DomainError for another α. */
export function powerSum(policy: FinitePolicy, alpha: number): Rational {
  if (!Number.isInteger(alpha) || alpha < 2) throw new DomainError(`the order ${alpha} is not an integer from 2 on`);
  const power = BigInt(alpha);
  let sum = 0n;
  const { atoms, stretches, isDiscrete } = policy;
  for (let i = 0; i < atoms.length; i += 1) {
    if (isDiscrete || !stretches.has(i)) sum += (atoms[i] as bigint) ** power;
  }
  return Rational.of(sum, policy.total ** power);
}

/** H_α = log(Σ p_i^α)/(1−α), the Rényi entropy of the reference, in nats; α an integer ≥ 2. 0 for one atom. */
export function renyiEntropy<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, alpha: number): T {
  return field.scale(field.rational(Rational.of(1, 1 - alpha)), field.log(field.rational(powerSum(policy, alpha))));
}
