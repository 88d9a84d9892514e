import type { Approximation } from './approximation.ts';
import { multiplyApproximations } from './approximation.ts';
import { LOG_ERROR, log } from './dd-log.ts';
import { DIVIDE_ERROR, divide, REGISTERS, ROOT_ERROR, root, set, U2 } from './double-double.ts';

/** Quotients, logarithms, roots and powers of double-double enclosures. Each is null where the operands do not allow a bound. */

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
