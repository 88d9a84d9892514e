import {
  divideApproximations,
  expApproximation,
  logApproximation,
  maxApproximation,
  powerApproximation,
  powerBelowOne,
  rootApproximation,
} from './approximate-functions.ts';
import {
  type Approximation,
  addApproximations,
  approximateRational,
  isExactZero,
  lowerBound,
  multiplyApproximations,
  subtractApproximations,
  upperBound,
} from './approximation.ts';
import { InsufficientPrecisionError } from './errors.ts';
import { checkExponent, type Exponent } from './exponent.ts';
import type { LogField } from './log-field.ts';
import { Rational } from './rational.ts';

/** Only below this ratio a/b the size of |a log(a/b)| is a useful bound. */
const NEGLIGIBLE = 2 ** -60;

/** Below this, no power of at least 1/4 matters in double-double. */
const TINY = 2 ** -398;
const QUARTER = Rational.of(1, 4);
const TWO = Rational.of(2);

const ONE: Approximation = Object.freeze({ hi: 1, lo: 0, error: 0 });
const ZERO: Approximation = Object.freeze({ hi: 0, lo: 0, error: 0 });

/**
 * Thrown where double-doubles do not allow a bound: there is one object, because the stack of calls is not wanted and costs more than a
 * formula.
 */
const NO_BOUND = new InsufficientPrecisionError('double-doubles do not allow a bound here');

/**
 * The numbers of a formula as double-double enclosures, with some 30 digits. It is several times as fast as fixed point, and enough for
 * most comparisons.
 *
 * Guarantee: enclosures. Every operation throws InsufficientPrecisionError where there is no bound, such as outside 2^±400.
 */
export const approximateField: LogField<Approximation, Approximation> = {
  rational: (value) => bounded(approximateRational(value)),
  add,
  sub: subtractApproximations,
  mul,
  div,
  pow,
  max: maxApproximation,
  log,
  relativeEntropy,
  lift: (x) => x,
  lower: (x) => x,
  plus: add,
  minus: subtractApproximations,
  scale: mul,
};

/** The result of a computation in this field; null where it does not allow a bound. */
export function withoutMorePrecision(compute: () => Approximation): Approximation | null {
  try {
    return compute();
  } catch (error) {
    if (error === NO_BOUND) return null;
    throw error;
  }
}

function bounded(x: Approximation | null): Approximation {
  if (!x) throw NO_BOUND;
  return x;
}

function add(x: Approximation, y: Approximation): Approximation {
  return isExactZero(x) ? y : addApproximations(x, y);
}

function mul(x: Approximation, y: Approximation): Approximation {
  return bounded(multiplyApproximations(x, y));
}

function div(x: Approximation, y: Approximation): Approximation {
  return bounded(divideApproximations(x, y));
}

function log(x: Approximation): Approximation {
  return bounded(logApproximation(x));
}

/** x^n by squaring for integers, by roots for halves and quarters, and by exp(n log x) for other n and for those that are too large. */
function pow(x: Approximation, exponent: Exponent): Approximation {
  const n = checkExponent(exponent);
  if (n === 0) return ONE;
  if (isExactZero(x)) return ZERO;
  if (typeof n === 'number' && n < 2 ** 31) return bounded(powerBelowOne(x, n) ?? powerApproximation(x, n));
  const power = typeof n === 'number' ? Rational.of(n) : n;
  const most = upperBound(x);
  if (most >= 0 && most < TINY && power.compare(QUARTER) >= 0) return upToRoot(most);
  if (power.den === 2n || power.den === 4n) return pow(bounded(rootApproximation(x)), power.mul(TWO).reduced());
  return bounded(expApproximation(mul(bounded(approximateRational(power)), log(x))));
}

/** A power of 0 ≤ x ≤ X < 1 to at least 1/4: it is at most the fourth root of X. Square roots of doubles are rounded correctly. */
function upToRoot(most: number): Approximation {
  return { hi: 0, lo: 0, error: 2 * Math.sqrt(Math.sqrt(most)) };
}

/**
 * a·log(a/b) = b·h(a/b) with h(r) = r log r. Where the enclosure of a touches 0 or a is out of range, 0 ≤ a/b ≤ R is used: for R < 1/e,
 * |h| ≤ |h(R)| ≤ √R, as log x ≤ √x. Then the term is taken for 0 with b·√R as its error.
 */
function relativeEntropy(a: Approximation, b: Approximation): Approximation {
  if (isExactZero(a)) return a;
  const ratio = divideApproximations(a, b);
  const logarithm = ratio && logApproximation(ratio);
  if (logarithm) return mul(a, logarithm);
  const most = upperBound(a) / lowerBound(b);
  if (!(most >= 0 && most < NEGLIGIBLE)) throw NO_BOUND;
  // The rounding of the quotient is far below the factor 2. The smallest double covers a quotient that underflows.
  return { hi: 0, lo: 0, error: upperBound(b) * Math.sqrt(2 * most + Number.MIN_VALUE) * 2 };
}
