import { type Approximation, certainSign, subtractApproximations } from './approximation.ts';
import { InsufficientPrecisionError } from './errors.ts';
import type { Interval } from './interval.ts';
import type { Real } from './real.ts';

/** How one number compares with another; `undecided` where nothing is certain. */
export type Order = 'less' | 'equal' | 'greater' | 'undecided';

/**
 * What decided a comparison: exact arithmetic, enclosures in double-double, or intervals. An undecided comparison also ends at
 * `intervals`.
 */
export type Tier = 'exact' | 'double-double' | 'intervals';

/** The result of a comparison, and what decided it. */
export interface Comparison {
  readonly order: Order;
  readonly by: Tier;
  /** Significant digits of the last interval enclosures that were tried; 0 where none were needed. */
  readonly digits: number;
  /** b − a where double-doubles decided, for callers that need the margin. */
  readonly distance?: Approximation;
}

/** The precisions of the interval tier, in significant digits. */
export const LADDER: readonly number[] = [40, 80, 160, 320, 640, 1280, 2560, 5120];

export interface ComparisonOptions {
  /** The precisions of the interval tier; those of `LADDER` by default. */
  readonly ladder?: readonly number[];
  /** Whether the numbers are expected to be equal. Then exact forms are tried before intervals, which would not separate them. */
  readonly areLikelyEqual?: boolean;
}

/**
 * Compares two reals with certainty and without tolerance.
 *
 * A real equals itself, and rationals are compared exactly. Otherwise enclosures are tried until they separate: first double-double where
 * both numbers have one, then intervals of growing precision. If the first intervals do not separate and both numbers have exact forms, the
 * sign of the exact difference decides, which always terminates. Enclosures that are one and the same point are equal. `undecided` remains only where an exact form is missing and the last
 * precision of the ladder does not separate the two, or no enclosure can be formed at any precision.
 *
 * @example
 * compare(rationalReal(Rational.of(1, 3)), rationalReal(Rational.of(2, 6))).order; // 'equal'
 */
export function compare(a: Real, b: Real, options: ComparisonOptions = {}): Comparison {
  const { ladder = LADDER, areLikelyEqual = false } = options;
  if (a === b) return decided('equal', 'exact', 0);
  if (a.rational && b.rational) return decided(orderOf(a.rational.compare(b.rational)), 'exact', 0);
  const distance = distanceOf(a, b);
  const sign = distance ? certainSign(distance) : 0;
  if (distance && sign !== 0) return { order: sign > 0 ? 'less' : 'greater', by: 'double-double', digits: 0, distance };
  if (areLikelyEqual && distance && a.exact && b.exact && a.exact.sub(b.exact).isZero())
    return decided('equal', 'exact', 0);
  for (const digits of ladder) {
    const [x, y] = [enclosed(a, digits), enclosed(b, digits)];
    if (!x || !y) continue;
    if (x.hi.lt(y.lo)) return decided('less', 'intervals', digits);
    if (x.lo.gt(y.hi)) return decided('greater', 'intervals', digits);
    if (a.exact && b.exact) return decided(orderOf(a.exact.sub(b.exact).sign()), 'exact', digits);
    // Both enclosures are the same point.
    if (x.lo.eq(y.hi) && x.hi.eq(y.lo)) return decided('equal', 'intervals', digits);
  }
  return decided('undecided', 'intervals', ladder.at(-1) ?? 0);
}

/** Null where no enclosure can be formed at this precision or at several times as much. */
function enclosed(x: Real, digits: number): Interval | null {
  try {
    return x.enclose(digits);
  } catch (error) {
    if (error instanceof InsufficientPrecisionError) return null;
    throw error;
  }
}

/** b − a in double-double. */
function distanceOf(a: Real, b: Real): Approximation | null {
  const x = a.approximate();
  const y = x && b.approximate();
  return x && y ? subtractApproximations(y, x) : null;
}

function decided(order: Order, by: Tier, digits: number): Comparison {
  return { order, by, digits };
}

function orderOf(sign: -1 | 0 | 1): Order {
  return sign < 0 ? 'less' : sign > 0 ? 'greater' : 'equal';
}
