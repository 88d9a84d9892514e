import { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { Rational } from './rational.ts';

/** A number within `error` of hi + lo: the enclosure that double-double sums give. */
export interface Approximation {
  readonly hi: number;
  readonly lo: number;
  readonly error: number;
}

/** The same enclosure with decimal endpoints of so many significant digits, rounded outward. */
export function toInterval({ hi, lo, error }: Approximation, digits: number): Interval {
  const field = intervals(digits);
  const middle = Rational.fromDouble(hi).add(Rational.fromDouble(lo));
  const radius = Rational.fromDouble(error);
  return new Interval(field.rational(middle.sub(radius)).lo, field.rational(middle.add(radius)).hi);
}
