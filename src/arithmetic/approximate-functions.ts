import type { Approximation } from './approximation.ts';
import {
  addApproximations,
  approximateRational,
  multiplyApproximations,
  subtractApproximations,
  upperBound,
} from './approximation.ts';
import { bitLength } from './bigint.ts';
import { LOG_ERROR, log } from './dd-log.ts';
import {
  DIVIDE_ERROR,
  divide,
  FLUSH,
  MUL_ERROR,
  power,
  REGISTERS,
  ROOT_ERROR,
  root,
  set,
  U2,
} from './double-double.ts';
import { Rational } from './rational.ts';

/** Quotients, logarithms, exponentials, roots and powers of double-double enclosures. Each is null where the operands do not allow a bound. */

const R = new Float64Array(REGISTERS);
const [X, Y, Z] = [0, 2, 4] as const;

/** Covers the few roundings in computing an error bound, and that of a value by its high part. */
const SLACK = 1 + 2 ** -40;
/** Between these sizes the error bounds of quotients and logarithms hold. */
const SMALLEST = 2 ** -400;
const LARGEST = 2 ** 400;

/**
 * a/b. With q = ã/b̃ exactly, a/b − q = ((a − ã) − q(b − b̃))/b, at most (e_a + |q| e_b)/(|b̃| − e_b). Dividing errs by DIVIDE_ERROR·u²|q|.
 * Where a is below 2^−400, the quotient is taken for 0 with its whole size as the error. Null where b may be 0.
 */
export function divideApproximations(a: Approximation, b: Approximation): Approximation | null {
  if (a.hi === 0 && a.lo === 0 && a.error === 0) return isModerate(b.hi) && room(b) > 0 ? a : null;
  const least = room(b);
  if (!isModerate(b.hi) || !(least > 0) || !(Math.abs(a.hi) <= LARGEST)) return null;
  if (Math.abs(a.hi) < SMALLEST)
    return { hi: 0, lo: 0, error: ((Math.abs(a.hi) * SLACK + a.error) / least) * SLACK + Number.MIN_VALUE };
  set(R, X, a.hi, a.lo);
  set(R, Y, b.hi, b.lo);
  divide(R, Z, X, Y);
  const [hi, lo] = [R[Z] as number, R[Z + 1] as number];
  const size = Math.abs(hi) * SLACK;
  const error = ((a.error + size * b.error) / least + DIVIDE_ERROR * U2 * size) * SLACK + Number.MIN_VALUE;
  return { hi, lo, error };
}

/** A double that is at most the size of every number of an enclosure; not above 0 where it contains 0. */
function room({ hi, error }: Approximation): number {
  return Math.abs(hi) * (2 - SLACK) - error;
}

/** log a, which differs from log ã by at most e/(ã − e). Null where a may be 0 or negative. */
export function logApproximation(a: Approximation): Approximation | null {
  const least = room(a);
  if (!(a.hi > 0 && least > 0) || !isModerate(a.hi)) return null;
  set(R, X, a.hi, a.lo);
  log(R, Z, X);
  const [hi, lo] = [R[Z] as number, R[Z + 1] as number];
  return { hi, lo, error: (a.error / least + LOG_ERROR * U2 * (1 + Math.abs(hi))) * SLACK };
}

const LOG_TWO = logApproximation({ hi: 2, lo: 0, error: 0 }) as Approximation;
/** The leading bits of an integer from which its logarithm is worked out; double-double holds 106. */
const LEADING_BITS = 110;

/** log m for an integer m ≥ 1 of any size: that of the leading bits, of which m may be up to 1 unit more, and k log 2 for the others. */
export function logOfInteger(m: bigint): Approximation | null {
  const k = Math.max(0, bitLength(m) - LEADING_BITS);
  const head = approximateRational(Rational.of(m >> BigInt(k)));
  const log = head && logApproximation(k === 0 ? head : { ...head, error: head.error + 1 });
  const rest = log && k > 0 ? multiplyApproximations(LOG_TWO, { hi: k, lo: 0, error: 0 }) : null;
  return log && rest ? addApproximations(log, rest) : log;
}

/** √a, which differs from √ã by |a − ã|/(√a + √ã), at most e/√ã. Null where a may be negative. */
export function rootApproximation(a: Approximation): Approximation | null {
  if (a.hi === 0 && a.lo === 0 && a.error === 0) return a;
  if (!(a.hi > 0 && room(a) > 0) || !isModerate(a.hi)) return null;
  set(R, X, a.hi, a.lo);
  root(R, Z, X);
  const [hi, lo] = [R[Z] as number, R[Z + 1] as number];
  return { hi, lo, error: (a.error / hi + ROOT_ERROR * U2 * hi) * SLACK };
}

/** a^k for an integer k ≥ 1, by squaring. Null where a product leaves the range of double-doubles. */
export function powerApproximation(a: Approximation, k: number): Approximation | null {
  let result: Approximation | null = null;
  let square: Approximation | null = a;
  for (let rest = k; ; rest = Math.floor(rest / 2)) {
    if (!square) return null;
    if (rest % 2 === 1) result = result ? multiplyApproximations(result, square) : square;
    if (rest % 2 === 1 && !result) return null;
    if (rest <= 1) return result;
    square = multiplyApproximations(square, square);
  }
}

/** The bound of `power` is to first order: relative errors beyond this are not small enough for it. */
const SMALL_ERROR = 2 ** -20;

/**
 * a^n for 0 < a ≤ 1 and 1 ≤ n < 2^31, faster than `powerApproximation`. A relative error e of a and those of the products add up to less
 * than 1.01·n(e + MUL_ERROR·u²). Where a power falls below 2^−440 the result is 0, with that size as its error. Null for other a.
 */
export function powerBelowOne(a: Approximation, n: number): Approximation | null {
  if (!(a.hi >= SMALLEST && a.hi <= 1)) return null;
  const relative = 1.01 * n * ((a.error / a.hi) * SLACK + MUL_ERROR * U2);
  if (!(relative < SMALL_ERROR)) return null;
  set(R, X, a.hi, a.lo);
  power(R, Z, X, n);
  const [hi, lo] = [R[Z] as number, R[Z + 1] as number];
  if (hi === 0) return { hi: 0, lo: 0, error: 2 * FLUSH };
  return { hi, lo, error: hi * relative * SLACK };
}

/** e^x is computed for arguments up to this size. */
const LARGEST_EXPONENT = 250;
/** How far the logarithm of a starting value may be from x. */
const NEAR = 2 ** -30;

/**
 * e^x = y·e^d for y near it and d = x − log y, whose exponential is 1 + d + d²/2 up to |d|³/4, as |d| ≤ 2^−30 is checked. So nothing rests on
 * the accuracy of `Math.exp`. For x < −250 the result is 0, with e^−250 < 2^−360 as its error. Null where x is too large or not known to 2^−30.
 */
export function expApproximation(x: Approximation): Approximation | null {
  if (upperBound(x) < -LARGEST_EXPONENT) return { hi: 0, lo: 0, error: 2 ** -360 };
  if (!(Math.abs(x.hi) <= LARGEST_EXPONENT)) return null;
  const y = { hi: Math.exp(x.hi), lo: 0, error: 0 };
  const near = logApproximation(y);
  const d = near && subtractApproximations(x, near);
  if (!d || !(Math.abs(d.hi) + d.error <= NEAR)) return null;
  const square = multiplyApproximations(d, { hi: d.hi / 2, lo: d.lo / 2, error: d.error / 2 });
  const series = square && addApproximations(addApproximations({ hi: 1, lo: 0, error: 0 }, d), square);
  const size = Math.abs(d.hi) + d.error;
  return series && multiplyApproximations(y, { ...series, error: series.error + size * size * size });
}

/** |a|. ||a| − |ã|| is at most |a − ã|. */
export function absApproximation(a: Approximation): Approximation {
  return a.hi < 0 ? { hi: -a.hi, lo: -a.lo, error: a.error } : a;
}

/** The difference of two low parts, each at most 4u of its high part, rounds by less than this in units of u² of the larger one. */
const ORDER_ERROR = 16;

/**
 * max(a, b). It differs from max(ã, b̃) by at most the larger error. The high parts alone do not tell which of ã and b̃ is larger: each
 * low part may be 2u of its high part. The sum of both differences tells it, up to ORDER_ERROR·u² of the larger number.
 */
export function maxApproximation(a: Approximation, b: Approximation): Approximation {
  const larger = a.hi - b.hi + (a.lo - b.lo) >= 0 ? a : b;
  const unordered = ORDER_ERROR * U2 * Math.max(Math.abs(a.hi), Math.abs(b.hi));
  return { hi: larger.hi, lo: larger.lo, error: (Math.max(a.error, b.error) + unordered) * SLACK };
}

function isModerate(x: number): boolean {
  return Math.abs(x) >= SMALLEST && Math.abs(x) <= LARGEST;
}
