import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/**
 * Rewind-and-repeat: samples are drawn from the reference until one is among the accepted atoms, k+1 … K. Where rewards tie, pass
 * the policy over reward levels to these functions: `policy.byLevel()`.
 *
 * Source: Beirami et al., arXiv 2401.01879, §6.
 */

/**
 * a = 1 − F_k, the accepted mass; 1 for k = 0.
 *
 * Guarantee: exact.
 *
 * @throws InputError unless k is an integer in 0…K−1.
 * @example
 * acceptedMass(FinitePolicy.fromWeights([1n, 2n, 3n]), 1).toString(); // '5/6'
 */
export function acceptedMass(policy: FinitePolicy, k: number): Rational {
  if (!Number.isInteger(k) || k < 0 || k >= policy.atoms.length) {
    throw new InputError(
      `the number of refused atoms must be an integer from 0 to ${policy.atoms.length - 1}, not ${k}`,
    );
  }
  return Rational.of(policy.total - (policy.cumulative[k] as bigint), policy.total).reduced();
}

/** The law p_i/a of the accepted sample: 0 on the first k atoms. Guarantee: that of the field. @throws as `acceptedMass`. */
export function rewindLaw<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, k: number): Q[] {
  acceptedMass(policy, k);
  const accepted = policy.total - (policy.cumulative[k] as bigint);
  return policy.atoms.map((weight, index) => field.rational(index < k ? Rational.ZERO : Rational.of(weight, accepted)));
}

/**
 * p_i/a·(1 − F_k^t): the probability that each atom is accepted within t ≥ 0 draws. With probability F_k^t no sample is accepted.
 * Guarantee: that of the field. @throws as `acceptedMass`, and unless t is an integer from 0 on.
 */
export function rewindLawAfter<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, k: number, t: number): Q[] {
  if (!Number.isSafeInteger(t) || t < 0)
    throw new InputError(`the number of draws t must be an integer from 0 on, not ${t}`);
  const refused = field.rational(Rational.ONE.sub(acceptedMass(policy, k)));
  const accepted = field.sub(field.rational(Rational.ONE), field.pow(refused, BigInt(t)));
  return rewindLaw(field, policy, k).map((probability) => field.mul(probability, accepted));
}

/** KL = −log a of rewind-and-repeat from the reference, in nats; 0 for k = 0. Guarantee: that of the field. @throws as `acceptedMass`. */
export function rewindKl<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, k: number): T {
  return field.log(field.rational(Rational.ONE.div(acceptedMass(policy, k))));
}

/** W = 1 − a/2 of rewind-and-repeat against the reference, ties counting one half. Guarantee: exact. @throws as `acceptedMass`. */
export function rewindWinRate(policy: FinitePolicy, k: number): Rational {
  return Rational.ONE.sub(acceptedMass(policy, k).div(Rational.of(2))).reduced();
}

/** Σ π_i log(π_i/p_i), 0 where π_i is: the KL by definition, a cross-check. */
export function rewindKlByTerms<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, k: number): T {
  let sum = field.lift(field.rational(Rational.ZERO));
  rewindLaw(field, policy, k).forEach((probability, i) => {
    sum = field.plus(sum, field.relativeEntropy(probability, field.rational(policy.mass(i))));
  });
  return sum;
}

/** Σ π_i (F_{i−1} + F_i)/2: the win rate by definition, a cross-check. */
export function rewindWinRateByTerms<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, k: number): Q {
  let sum = field.rational(Rational.ZERO);
  rewindLaw(field, policy, k).forEach((probability, i) => {
    const around = (policy.cumulative[i] as bigint) + (policy.cumulative[i + 1] as bigint);
    sum = field.add(sum, field.mul(probability, field.rational(Rational.of(around, 2n * policy.total))));
  });
  return sum;
}
