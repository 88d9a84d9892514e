import { bitLength } from '../arithmetic/bigint.ts';
import { DomainError } from '../arithmetic/errors.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import { type IntervalField, intervals } from '../arithmetic/interval-field.ts';
import { digitsFor } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { type Draws, exactDraws, integerDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { bestOf } from './best-of.ts';
import { Law } from './law.ts';

/** Integers with more bits take hours, and BigInt has none with ten times as many. */
const MAX_BITS = 100_000_000n;

/**
 * π of every outcome in reward order, exactly: (p(y)/P)·π_level, with P the mass of the level. The numbers have n·log₂(total) bits.
 * @throws InputError unless n is an integer in 1…10^9; DomainError where the numbers would have more than 10^8 bits: `pmf` encloses them.
 *
 * @example
 * exactPmf(FinitePolicy.fromWeights([1n, 2n]), 2).join(' '); // '1/9 8/9'
 */
export function exactPmf(policy: FinitePolicy, n: Draws): Rational[] {
  const draws = integerDraws(n);
  if (BigInt(draws) * BigInt(bitLength(policy.total)) > MAX_BITS) {
    throw new DomainError(`at n = ${draws} the exact probabilities have more than ${MAX_BITS} bits; pmf encloses them`);
  }
  const atoms = [...new Law(exactField, policy, bestOf(draws)).atoms()];
  return policy.weights.map((weight, y) => {
    const atom = policy.atomOf(y);
    const share = Rational.of(weight, policy.atoms[atom] as bigint);
    const probability = atoms[atom]?.probability as Rational;
    return share.num === share.den ? probability : share.mul(probability);
  });
}

/**
 * π of every outcome in reward order as reals. π may be as small as 2^−(10^9), so enclosures are decimals with exponents. `exactly` says
 * that exact forms are within the size rule, which requires an integer n. Guarantee: enclosures; exact where `exactly` is set.
 * @throws InputError unless n is in [1, 10^9].
 *
 * @example
 * pmf(FinitePolicy.fromWeights([1n, 2n]), 2, true).map(({ exact }) => exact?.toString()).join(' '); // '1/9 8/9'
 */
export function pmf(policy: FinitePolicy, n: Draws, exactly: boolean): Real[] {
  const draws = exactDraws(n);
  const exact = exactly ? exactPmf(policy, draws) : null;
  const guard = digitsFor(bitLength(policy.total)) + 12;
  const powers = new Map<string, ReturnType<IntervalField['rational']>>();
  const powerAt = (i: number, digits: number): ReturnType<IntervalField['rational']> => {
    const key = `${i} ${digits}`;
    let power = powers.get(key);
    if (!power) {
      const field = intervals(digits + guard);
      power = field.pow(field.rational(policy.cdf(i)), draws);
      powers.set(key, power);
    }
    return power;
  };
  return policy.weights.map((weight, y) => {
    const atom = policy.atomOf(y);
    const share = Rational.of(weight, policy.atoms[atom] as bigint);
    if (exact) return rationalReal(exact[y] as Rational);
    return real({
      enclose: (digits) => {
        const field = intervals(digits + guard);
        return field.mul(field.rational(share), field.sub(powerAt(atom + 1, digits), powerAt(atom, digits)));
      },
    });
  });
}
