import { DomainError } from './errors.ts';
import { Rational } from './rational.ts';

/**
 * An exact exponent. Sums and products in doubles are rounded: n + 1 is not a double for the double n = 1.3, and a power with the rounded
 * exponent is another number.
 */
export type Exponent = Rational | bigint;

/**
 * An exponent ≥ 0, as a number where it is an integer, so that powers can be computed by squaring, and as a rational in lowest terms
 * otherwise. Guarantee: exact.
 *
 * @throws DomainError for a number that is neither Rational nor bigint, for a negative one, and for an integer from 2^53 on.
 */
export function checkExponent(exponent: Exponent): number | Rational {
  if (typeof exponent === 'bigint') return checkInteger(exponent);
  if (!(exponent instanceof Rational)) {
    throw new DomainError(
      `an exponent must be a Rational or a bigint, which are exact, not the ${typeof exponent} ${String(exponent)}`,
    );
  }
  if (exponent.den === 1n) return checkInteger(exponent.num);
  const reduced = exponent.reduced();
  if (reduced.den === 1n) return checkInteger(reduced.num);
  if (reduced.num < 0n) throw negative(reduced);
  return reduced;
}

const TOO_LARGE = 2n ** 53n;

function checkInteger(exponent: bigint): number {
  if (exponent < 0n) throw negative(exponent);
  if (exponent >= TOO_LARGE) throw new DomainError(`an exponent must be below 2^53, not ${exponent}`);
  return Number(exponent);
}

function negative(exponent: Exponent): DomainError {
  return new DomainError(`an exponent must be at least 0, not ${exponent}`);
}

/** The exponent as an integer ≥ 0, for fields without roots. @throws DomainError as `checkExponent`, and for a fraction. */
export function integerExponent(exponent: Exponent): number {
  const checked = checkExponent(exponent);
  if (typeof checked === 'number') return checked;
  throw new DomainError(`an exact power needs an integer exponent, not ${checked}`);
}
