import type { Decimal } from 'decimal.js';
import { DomainError } from './errors.ts';
import { INSPECT } from './inspect.ts';

/**
 * A closed interval of real numbers with decimal endpoints. It encloses the number that it stands for. The endpoints are never NaN,
 * infinite or reversed. An `IntervalField` makes and combines intervals.
 *
 * @example
 * intervals(3).rational(Rational.of(2, 3)).toString(); // '[0.666, 0.667]'
 */
export class Interval {
  /** The lower end. */
  readonly lo: Decimal;
  /** The upper end. */
  readonly hi: Decimal;

  /** @throws DomainError when an endpoint is not finite or lo > hi. */
  constructor(lo: Decimal, hi: Decimal) {
    if (!lo.isFinite() || !hi.isFinite() || lo.gt(hi)) {
      throw new DomainError(`[${lo.toString()}, ${hi.toString()}] is not an interval`);
    }
    this.lo = lo;
    this.hi = hi;
  }

  /** −1 or 1 where every point has that sign, 0 for the point 0, otherwise undefined. */
  sign(): -1 | 0 | 1 | undefined {
    if (this.lo.gt(0)) return 1;
    if (this.hi.lt(0)) return -1;
    return this.lo.isZero() && this.hi.isZero() ? 0 : undefined;
  }

  /** Whether 0 is in the interval. */
  containsZero(): boolean {
    return this.lo.lte(0) && this.hi.gte(0);
  }

  /** Whether the two have a point in common. */
  overlaps(other: Interval): boolean {
    return this.lo.lte(other.hi) && other.lo.lte(this.hi);
  }

  /** Whether all points of the other are in this one. */
  contains(other: Interval): boolean {
    return this.lo.lte(other.lo) && other.hi.lte(this.hi);
  }

  /** Whether both ends are equal. */
  isPoint(): boolean {
    return this.lo.eq(this.hi);
  }

  /** Both ends in decimal, such as [0.666, 0.667]. */
  toString(): string {
    return `[${this.lo.toString()}, ${this.hi.toString()}]`;
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return `Interval ${this}`;
  }
}
