import { approximateField, withoutMorePrecision } from './approximate-field.ts';
import { powerApproximation, rootApproximation } from './approximate-functions.ts';
import { lowerBound } from './approximation.ts';
import { DomainError, InsufficientPrecisionError } from './errors.ts';
import { asRational, CHEAP_BITS, MAX_BITS } from './forms.ts';
import type { Interval } from './interval.ts';
import { type IntervalField, intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import { exponential, logarithm } from './logarithms.ts';
import { productOf, quotientOf } from './operations.ts';
import { digitsFor } from './precision.ts';
import { Rational } from './rational.ts';
import { type Real, rationalReal, real } from './real.ts';

/** Powers and roots of reals of any kind, with the guarantee of `operations.ts`. */

const ONE = rationalReal(Rational.ONE);
const HALF = Rational.of(1, 2);

/**
 * a^k for an integer k, with a^0 = 1; exact for a rational a. @throws DomainError for k < 0 where a is known to be 0.
 */
export function integerPower(a: Real, k: number): Real {
  if (k < 0) return quotientOf(ONE, integerPower(a, -k));
  if (k === 0) return ONE;
  if (k === 1) return a;
  if (a.rational && a.rational.bits() * k <= CHEAP_BITS) return rationalReal(a.rational.pow(k));
  const guard = digitsFor(Math.ceil(Math.log2(k))) + 1;
  return real({
    enclose: (digits) => intervals(digits).pow(a.enclose(digits + guard), Rational.of(k)),
    exact: () => {
      const base = asRational(a);
      return base && base.bits() * k <= MAX_BITS ? LogForm.rational(base.pow(k)) : null;
    },
    approximate: () => {
      const base = a.approximate();
      return base && powerApproximation(base, k);
    },
  });
}

/** a^r for a rational r that is not an integer. @throws DomainError for a < 0, and for r < 0 where a is known to be 0. */
export function rootedPower(a: Real, r: Rational): Real {
  if (r.sign() < 0) return quotientOf(ONE, rootedPower(a, r.neg()));
  if (a.rational && a.rational.sign() < 0) throw new DomainError(`it takes a root of ${a.rational}`);
  const root = a.rational && exactRoot(a.rational, r);
  if (root) return rationalReal(root);
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      const base = notNegative(a, field, a.enclose(digits));
      return isHalf(r) ? field.sqrt(base) : field.pow(base, r);
    },
    exact: () => {
      const base = asRational(a);
      const exact = base && base.sign() >= 0 ? exactRoot(base, r) : null;
      return exact && LogForm.rational(exact);
    },
    approximate: () => {
      const base = a.approximate();
      if (isHalf(r)) return base && rootApproximation(base);
      // The field takes numbers for nonnegative whose enclosures touch 0; here it is not known.
      if (!base || lowerBound(base) < 0) return null;
      return withoutMorePrecision(() => approximateField.pow(base, r));
    },
  });
}

/** Square roots have their own, cheaper arithmetic. */
function isHalf(r: Rational): boolean {
  return r.equals(HALF);
}

/** a^b = exp(b log a) for a > 0. @throws as `logarithm`. */
export function realPower(a: Real, b: Real): Real {
  return exponential(productOf(b, logarithm(a)));
}

/** The square root, exact for squares of rationals. @throws DomainError for a < 0. */
export function squareRoot(a: Real): Real {
  return rootedPower(a, HALF);
}

/** a^r where it is rational and both are small; null otherwise. */
function exactRoot(a: Rational, r: Rational): Rational | null {
  const { num, den } = a.reduced();
  const [power, degree] = [r.reduced().num, r.reduced().den];
  if (degree > 64n || power > 64n || a.bits() > CHEAP_BITS) return null;
  const [top, bottom] = [integerRoot(num, Number(degree)), integerRoot(den, Number(degree))];
  return top === null || bottom === null ? null : Rational.of(top, bottom).pow(Number(power));
}

/** The integer whose power of this degree is m ≥ 0; null where there is none. */
function integerRoot(m: bigint, degree: number): bigint | null {
  let [low, high] = [0n, 1n];
  while (high ** BigInt(degree) < m) high *= 2n;
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) < m) low = middle + 1n;
    else high = middle;
  }
  return low ** BigInt(degree) === m ? low : null;
}

/**
 * The part of an enclosure that is ≥ 0, for an operand that is known to be. @throws DomainError where the operand is negative, and
 * InsufficientPrecisionError where the enclosure does not tell and there is no exact form.
 */
function notNegative(a: Real, field: IntervalField, x: Interval): Interval {
  if (!x.lo.lt(0)) return x;
  const sign = x.hi.lt(0) ? -1 : a.exact?.sign();
  if (sign === -1) throw new DomainError('it takes a root of a negative number');
  if (sign === undefined)
    throw new InsufficientPrecisionError(`cannot take a root of ${x}, which contains negative numbers`);
  return field.max(x, field.integer(0));
}
