import { approximateField, withoutMorePrecision } from '../arithmetic/approximate-field.ts';
import { DomainError } from '../arithmetic/errors.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { workingBits } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { Law } from '../selection/law.ts';

/**
 * TV = ½ Σ |π_i − p_i| over the atoms. Guarantee: that of the field.
 * @throws DomainError for a policy with continuous parts, where the sum would be too small.
 */
export function totalVariation<Q, T>(law: Law<Q, T>): Q {
  const { field } = law;
  checkDiscrete(law);
  let sum = field.rational(Rational.ZERO);
  for (const { mass, probability } of law.atoms()) {
    sum = field.add(sum, field.max(field.sub(probability, mass), field.sub(mass, probability)));
  }
  return field.mul(field.rational(Rational.of(1, 2)), sum);
}

/** max (F_i − F_i^n): equal to the total variation because π_i/p_i increases with i; a cross-check. @throws as `totalVariation`. */
export function largestLag<Q, T>(law: Law<Q, T>): Q {
  const { field, n } = law;
  checkDiscrete(law);
  let largest = field.rational(Rational.ZERO);
  for (const { upTo } of law.atoms()) largest = field.max(largest, field.sub(upTo, field.pow(upTo, n)));
  return largest;
}

/** Refuses continuous parts: within one the density may cross 1, at a quantile that is a root. */
function checkDiscrete<Q, T>({ policy }: Law<Q, T>): void {
  if (!policy.isDiscrete)
    throw new DomainError(
      'the total variation is computed only for policies of atoms, and this policy has a continuous part',
    );
}

const GUARD_BITS = 48;

/**
 * u_0 − u_0^n at u_0 = n^(−1/(n−1)): the maximum of u − u^n, an upper bound of the total variation; 0 for n = 1.
 *
 * Source: Mroueh, arXiv 2406.05883. Guarantee: exact for n = 1 and n = 2, enclosures otherwise.
 * @throws InputError unless n is in [1, 10^9].
 */
export function totalVariationBound(n: Draws): Real {
  const draws = exactDraws(n);
  const nMinusOne = draws.sub(Rational.ONE);
  if (nMinusOne.sign() === 0) return rationalReal(Rational.ZERO);
  if (nMinusOne.equals(Rational.ONE)) return rationalReal(Rational.of(1, 4));
  // u_0^n = u_0/n.
  const bound = <T>(field: LogField<T, T>): T =>
    field.mul(turningPoint(field, draws), field.rational(nMinusOne.div(draws)));
  return real({
    enclose: (digits) => {
      const field = new FixedField(workingBits(digits, GUARD_BITS));
      return field.toInterval(bound(field), digits);
    },
    approximate: () => withoutMorePrecision(() => bound(approximateField)),
  });
}

/** u_0 = n^(−1/(n−1)), the quantile where the density of best-of-n is 1: it is below 1 to the left and above 1 to the right. */
function turningPoint<T>(field: LogField<T, T>, draws: Rational): T {
  return field.pow(field.rational(Rational.ONE.div(draws)), Rational.ONE.div(draws.sub(Rational.ONE)));
}
