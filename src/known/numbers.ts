import { certainSign, subtractApproximations } from '../arithmetic/approximation.ts';
import type { Real } from '../arithmetic/real.ts';

/** Significant digits of the enclosures that are compared. */
const DIGITS = 40;

/**
 * The sign of a − b as far as double-doubles or enclosures of 40 digits show it; 0 where they overlap. Guarantee: a sign other than 0 is
 * certified, and rational numbers are compared exactly. Of other numbers, 0 says only that nothing tells them apart.
 * @throws InsufficientPrecisionError where no enclosure can be formed.
 */
export function signOfDifference(a: Real, b: Real): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a.rational && b.rational) return a.rational.compare(b.rational);
  const [x, y] = [a.approximate(), b.approximate()];
  const sign = x && y ? certainSign(subtractApproximations(x, y)) : 0;
  if (sign !== 0) return sign;
  const [one, other] = [a.enclose(DIGITS), b.enclose(DIGITS)];
  return one.hi.lt(other.lo) ? -1 : one.lo.gt(other.hi) ? 1 : 0;
}

/** Whether nothing tells two numbers apart. */
export function agree(a: Real, b: Real): boolean {
  return signOfDifference(a, b) === 0;
}

/** Whether nothing shows that a > b. */
export function isAtMost(a: Real, b: Real): boolean {
  return signOfDifference(a, b) <= 0;
}

/** A number to a few digits, for the order in which known claims are named. It is no bound. */
export function roughly(a: Real): number {
  return a.approximate()?.hi ?? a.enclose(DIGITS).lo.toNumber();
}
