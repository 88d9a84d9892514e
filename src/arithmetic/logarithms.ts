import { expApproximation, logApproximation } from './approximate-functions.ts';
import type { Approximation } from './approximation.ts';
import { bitLength } from './bigint.ts';
import { DomainError } from './errors.ts';
import { asRational, CHEAP_BITS, isZero, MAX_BITS } from './forms.ts';
import { intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import { Rational } from './rational.ts';
import { exactReal, type Real, rationalReal, real } from './real.ts';

/** Logarithms and exponentials of reals of any kind, with the guarantee of `operations.ts`. */

const ONE = rationalReal(Rational.ONE);

/** The logarithm of 0. As 0·log 0 counts as 0, products must tell this error from others. */
export class LogOfZero extends DomainError {
  override name = 'LogOfZero';
}

/** log a, exact for a rational a. @throws LogOfZero, and DomainError for a < 0, where that is known. */
export function logarithm(a: Real): Real {
  checkLogarithm(a.rational);
  const known = a.rational;
  if (known && known.bits() <= CHEAP_BITS) return exactReal(LogForm.log(known), () => logOf(a));
  return real({
    enclose: (digits) => {
      const x = a.enclose(digits);
      // More digits would not help.
      if (x.containsZero() && isZero(a)) throw new LogOfZero('it takes the logarithm of 0');
      if (x.hi.lt(0)) throw new DomainError('it takes the logarithm of a negative number');
      return intervals(digits).log(x);
    },
    exact: () => {
      const value = asRational(a);
      checkLogarithm(value);
      return value && value.bits() <= MAX_BITS ? LogForm.log(value) : null;
    },
    approximate: () => logOf(a),
  });
}

function checkLogarithm(value: Rational | null): void {
  if (value?.sign() === 0) throw new LogOfZero('it takes the logarithm of 0');
  if (value && value.sign() < 0) throw new DomainError(`it takes the logarithm of ${value}`);
}

function logOf(a: Real): Approximation | null {
  const x = a.approximate();
  return x && logApproximation(x);
}

/** e^a; rational where a is a sum of logarithms with integer factors, otherwise enclosures. */
export function exponential(a: Real): Real {
  if (a.rational?.sign() === 0) return ONE;
  return real({
    enclose: (digits) => intervals(digits).exp(a.enclose(digits)),
    exact: () => a.exact && exponentialOf(a.exact),
    approximate: () => {
      const x = a.approximate();
      return x && expApproximation(x);
    },
  });
}

/** m_1^q_1 ⋯ m_k^q_k for Σ q_j log m_j with integers q_j; null for other forms and where it is large. */
function exponentialOf({ constant, logs }: LogForm): LogForm | null {
  if (constant.sign() !== 0) return null;
  let value = Rational.ONE;
  for (const [m, factor] of logs) {
    const { num, den } = factor.reduced();
    if (den !== 1n || num > 1000n || num < -1000n || bitLength(m) * Math.abs(Number(num)) > MAX_BITS) return null;
    const power = Rational.of(m ** (num < 0n ? -num : num));
    value = num < 0n ? value.div(power) : value.mul(power);
  }
  return value.bits() <= MAX_BITS ? LogForm.rational(value) : null;
}
