import {
  absApproximation,
  divideApproximations,
  logApproximation,
  maxApproximation,
  powerApproximation,
} from './approximate-functions.ts';
import { type Approximation, addApproximations, multiplyApproximations } from './approximation.ts';
import { bitLength } from './bigint.ts';
import { DomainError, InsufficientPrecisionError } from './errors.ts';
import type { Interval } from './interval.ts';
import { type IntervalField, intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import { digitsFor } from './precision.ts';
import { Rational } from './rational.ts';
import { difference, exactReal, type Real, rationalReal, real } from './real.ts';

/**
 * Operations on reals of any kind, for formulas that are not written against a field. Guarantee: exact where the operands are and the form
 * stays small, otherwise enclosures. Exact forms are computed when they are needed.
 */

/** Exact forms of more bits than this are not computed. */
const MAX_BITS = 10_000;
/** Rational results up to this size are computed at once. */
const CHEAP_BITS = 512;

const ZERO = rationalReal(Rational.ZERO);
const ONE = rationalReal(Rational.ONE);

/** The logarithm of 0. As 0·log 0 counts as 0, products must tell this error from others. */
export class LogOfZero extends DomainError {
  override name = 'LogOfZero';
}

/** The rational that a real is, also where that takes work; null where it is not known to be rational. */
export function asRational({ rational, exact }: Real): Rational | null {
  return rational ?? exact?.asRational() ?? null;
}

/** Whether a real is known to be 0. */
export function isZero(x: Real): boolean {
  return x.rational ? x.rational.sign() === 0 : (x.exact?.isZero() ?? false);
}

/** a·b; exact where one of them is rational and the other is exact. */
export function productOf(a: Real, b: Real): Real {
  const known = ofRationals(a, b, (x, y) => x.mul(y));
  if (known) return known;
  if (a.rational?.sign() === 0 || b.rational?.sign() === 0) return ZERO;
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
    enclose: (digits) => intervals(digits).pow(notNegative(a, intervals(digits), a.enclose(digits)), r),
  });
}

/** a^b = exp(b log a) for a > 0. @throws as `logarithm`. */
export function realPower(a: Real, b: Real): Real {
  return exponential(productOf(b, logarithm(a)));
}

/** The square root, exact for squares of rationals. @throws DomainError for a < 0. */
export function squareRoot(a: Real): Real {
  return rootedPower(a, Rational.of(1, 2));
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

/** The largest of some reals. */
export function largestOf(all: readonly Real[]): Real {
  return all.reduce((a, b) => {
    if (a === b) return a;
    if (a.rational && b.rational) return a.rational.compare(b.rational) >= 0 ? a : b;
    return real({
      enclose: (digits) => intervals(digits).max(a.enclose(digits), b.enclose(digits)),
      exact: () => a.exact && b.exact && (a.exact.sub(b.exact).sign() >= 0 ? a.exact : b.exact),
      approximate: () => both(maxApproximation, a, b),
    });
  });
}

/** The least of some reals. */
export function leastOf(all: readonly Real[]): Real {
  return negative(largestOf(all.map(negative)));
}

/** −a */
export function negative(a: Real): Real {
  return difference(ZERO, a);
}

/** The sum of any number of reals, in one step, so that thousands of them do not nest. */
export function sumOf(all: readonly Real[]): Real {
  if (all.length === 0) return ZERO;
  return folded(all, {
    rational: (a, b) => a.add(b),
    enclose: (field, a, b) => field.add(a, b),
    approximate: addApproximations,
    exact: (a, b) => a.add(b),
  });
}

/** The product of any number of reals, in one step. */
export function productOfAll(all: readonly Real[]): Real {
  if (all.length === 0) return ONE;
  if (all.some(({ rational }) => rational?.sign() === 0)) return ZERO;
  return folded(all, {
    rational: (a, b) => a.mul(b),
    enclose: (field, a, b) => field.mul(a, b),
    approximate: multiplyApproximations,
    exact: (a, b) => {
      const [x, y] = [a.asRational(), b.asRational()];
      return x ? b.scale(x) : y && a.scale(y);
    },
  });
}

interface Fold {
  readonly rational: (a: Rational, b: Rational) => Rational;
  readonly enclose: (field: IntervalField, a: Interval, b: Interval) => Interval;
  readonly approximate: (a: Approximation, b: Approximation) => Approximation | null;
  readonly exact: (a: LogForm, b: LogForm) => LogForm | null;
}

function folded(all: readonly Real[], { rational, enclose, approximate, exact }: Fold): Real {
  const known = reduced(
    all,
    (x) => x.rational,
    (a, b) => within(rational(a, b), CHEAP_BITS),
  );
  if (known) return rationalReal(known);
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      return all.map((x) => x.enclose(digits)).reduce((a, b) => enclose(field, a, b));
    },
    exact: () =>
      reduced(
        all,
        (x) => x.exact,
        (a, b) => small(exact(a, b)),
      ),
    approximate: () => reduced(all, (x) => x.approximate(), approximate),
  });
}

/** Combines the values of all reals; null as soon as one of them, or a result, is. */
function reduced<T>(all: readonly Real[], of: (x: Real) => T | null, combine: (a: T, b: T) => T | null): T | null {
  let result: T | null = null;
  for (const [index, x] of all.entries()) {
    const value = of(x);
    if (value === null) return null;
    result = index === 0 ? value : combine(result as T, value);
    if (result === null) return null;
  }
  return result;
}

function within(value: Rational, bits: number): Rational | null {
  return value.bits() <= bits ? value : null;
}

/** An exact form unless it has grown too long. */
function small(form: LogForm | null): LogForm | null {
  return form && form.logs.size <= MAX_LOGS && form.constant.bits() <= MAX_BITS ? form : null;
}

const MAX_LOGS = 200;

function ofRationals(a: Real, b: Real, operation: (x: Rational, y: Rational) => Rational): Real | null {
  if (!a.rational || !b.rational || a.rational.bits() + b.rational.bits() > CHEAP_BITS) return null;
  return rationalReal(operation(a.rational, b.rational));
}

/** b scaled by a where a is rational and b is exact. */
function scaled(a: Real, b: Real): LogForm | null {
  const factor = b.exact && asRational(a);
  return factor ? small(b.exact?.scale(factor) ?? null) : null;
}

type Combine = (x: Approximation, y: Approximation) => Approximation | null;

function both(combine: Combine, a: Real, b: Real): Approximation | null {
  const x = a.approximate();
  const y = x && b.approximate();
  return x && y ? combine(x, y) : null;
}
