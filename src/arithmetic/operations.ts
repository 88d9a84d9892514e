import { absApproximation, divideApproximations } from './approximate-functions.ts';
import { multiplyApproximations } from './approximation.ts';
import { DomainError } from './errors.ts';
import { asRational, both, CHEAP_BITS, isZero, small } from './forms.ts';
import { intervals } from './interval-field.ts';
import type { LogForm } from './log-form.ts';
import { Rational } from './rational.ts';
import { difference, type Real, rationalReal, real } from './real.ts';

/**
 * Operations on reals of any kind, for formulas that are not written against a field. Guarantee: exact where the operands are and the form
 * stays small, otherwise enclosures. Exact forms are computed when they are needed.
 */

const ZERO = rationalReal(Rational.ZERO);

/** a·b; exact where one of them is rational and the other is exact. 1·x is x itself. */
export function productOf(a: Real, b: Real): Real {
  const known = ofRationals(a, b, (x, y) => x.mul(y));
  if (known) return known;
  if (a.rational?.sign() === 0 || b.rational?.sign() === 0) return ZERO;
  if (a.rational?.equals(Rational.ONE)) return b;
  if (b.rational?.equals(Rational.ONE)) return a;
  return real({
    enclose: (digits) => intervals(digits).mul(a.enclose(digits), b.enclose(digits)),
    exact: () => scaled(a, b) ?? scaled(b, a),
    approximate: () => both(multiplyApproximations, a, b),
  });
}

/** a/b; exact where b is rational and a is exact. @throws DomainError where b is known to be 0. */
export function quotientOf(a: Real, b: Real): Real {
  if (b.rational?.sign() === 0) throw byZero();
  const known = ofRationals(a, b, (x, y) => x.div(y));
  if (known) return known;
  return real({
    enclose: (digits) => {
      const below = b.enclose(digits);
      // More digits would not help.
      if (below.containsZero() && isZero(b)) throw byZero();
      return intervals(digits).div(a.enclose(digits), below);
    },
    exact: () => {
      const divisor = asRational(b);
      if (!divisor || !a.exact) return null;
      if (divisor.sign() === 0) throw byZero();
      return small(a.exact.scale(Rational.ONE.div(divisor)));
    },
    approximate: () => both(divideApproximations, a, b),
  });
}

function byZero(): DomainError {
  return new DomainError('it divides by 0');
}

/** |a| */
export function absolute(a: Real): Real {
  if (a.rational) return rationalReal(a.rational.abs());
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      const x = a.enclose(digits);
      return x.containsZero() ? field.max(field.integer(0), field.max(x, field.neg(x))) : field.max(x, field.neg(x));
    },
    exact: () => a.exact && (a.exact.sign() < 0 ? a.exact.scale(Rational.ONE.neg()) : a.exact),
    approximate: () => {
      const x = a.approximate();
      return x && absApproximation(x);
    },
  });
}

/** −a */
export function negative(a: Real): Real {
  return difference(ZERO, a);
}

function ofRationals(a: Real, b: Real, operation: (x: Rational, y: Rational) => Rational): Real | null {
  if (!a.rational || !b.rational || a.rational.bits() + b.rational.bits() > CHEAP_BITS) return null;
  return rationalReal(operation(a.rational, b.rational));
}

/** b scaled by a where a is rational and b is exact. */
function scaled(a: Real, b: Real): LogForm | null {
  const factor = b.exact && asRational(a);
  return factor ? small(b.exact?.scale(factor) ?? null) : null;
}
