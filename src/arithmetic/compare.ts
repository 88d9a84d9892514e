import type { Real } from './real.ts';

export type Order = 'less' | 'equal' | 'greater' | 'undecided';

export interface Comparison {
  readonly order: Order;
  /** Decided by exact arithmetic, or certified by enclosures that cannot overlap. */
  readonly by: 'exact' | 'enclosure';
  /** Significant digits of the last enclosures looked at; 0 where none were needed. */
  readonly digits: number;
}

/** The precisions tried, in significant digits. */
const LADDER = [40, 80, 160, 320, 640, 1280, 2560, 5120];

/**
 * Compares two reals with certainty and without tolerance.
 *
 * Rationals are compared exactly. Otherwise enclosures of growing precision are tried until they separate; when the
 * first do not and both numbers have exact forms, the sign of the exact difference decides, which always terminates.
 * `undecided` remains only where no exact form exists and the last precision does not separate the two.
 *
 * @example
 * compare(rationalReal(Rational.of(1, 3)), rationalReal(Rational.of(2, 6))).order; // 'equal'
 */
export function compare(a: Real, b: Real): Comparison {
  if (a.rational && b.rational) return { order: orderOf(a.rational.compare(b.rational)), by: 'exact', digits: 0 };
  for (const digits of LADDER) {
    const x = a.enclose(digits);
    const y = b.enclose(digits);
    if (x.hi.lt(y.lo)) return { order: 'less', by: 'enclosure', digits };
    if (x.lo.gt(y.hi)) return { order: 'greater', by: 'enclosure', digits };
    if (a.exact && b.exact) return { order: orderOf(a.exact.sub(b.exact).sign()), by: 'exact', digits };
  }
  return { order: 'undecided', by: 'enclosure', digits: LADDER.at(-1) ?? 0 };
}

function orderOf(sign: -1 | 0 | 1): Order {
  return sign < 0 ? 'less' : sign > 0 ? 'greater' : 'equal';
}
