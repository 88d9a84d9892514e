import { DomainError } from '../arithmetic/errors.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/** Σ p_i^α = e^{(1−α)H_α} over the atoms, for an integer α from 2 to 10,000. Guarantee: exact. @throws DomainError for another α. */
export function powerSum(policy: FinitePolicy, alpha: number): Rational {
  const power = integerOrder(alpha);
  let sum = 0n;
  const { atoms, continuousParts, isDiscrete } = policy;
  for (let i = 0; i < atoms.length; i += 1) {
    if (isDiscrete || !continuousParts.has(i)) sum += (atoms[i] as bigint) ** power;
  }
  return Rational.of(sum, policy.total ** power);
}

/**
 * H_α = log(Σ p_i^α)/(1−α), the Rényi entropy of the reference, in nats; 0 for one atom. Guarantee: that of the field.
 * @throws as `powerSum`; DomainError for a policy without atoms, where it is infinite.
 */
export function renyiEntropy<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, alpha: number): T {
  if (policy.isAtomless) throw new DomainError('the Rényi entropy of a policy without atoms is infinite');
  const factor = Rational.of(1n, 1n - integerOrder(alpha));
  return field.scale(field.rational(factor), field.log(field.rational(powerSum(policy, alpha))));
}

/** The largest order. The powers of larger orders have so many digits that they take minutes. */
const LARGEST_ORDER = 10_000;

/** An order α of an entropy. @throws DomainError unless it is an integer from 2 to 10,000. */
export function integerOrder(alpha: number): bigint {
  if (Number.isInteger(alpha) && alpha >= 2 && alpha <= LARGEST_ORDER) return BigInt(alpha);
  throw new DomainError(`the order must be an integer from 2 to ${LARGEST_ORDER}, not ${alpha}`);
}
