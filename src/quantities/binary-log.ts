import { approximateInterval } from '../arithmetic/approximation.ts';
import { bitLength } from '../arithmetic/bigint.ts';
import type { Interval } from '../arithmetic/interval.ts';
import { intervals } from '../arithmetic/interval-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../arithmetic/real.ts';
import { Kept } from './kept.ts';

/** Digits of the cheap enclosure: the precision of double-doubles. */
const CHEAP_DIGITS = 28;
const known = new Kept<Real>();
/** The cache key of all binary logarithms. */
const BINARY_LOG = {};

/** log₂ of a number above 0, in bits. Guarantee: exact for powers of two, otherwise an enclosure. */
export function binaryLog(x: Rational): Real {
  return known.get(BINARY_LOG, [x], () => {
    const power = x.den === 1n ? bitLength(x.num) - 1 : -1;
    return power >= 0 && x.num === 1n << BigInt(power) ? rationalReal(Rational.of(power)) : quotient(x);
  });
}

function quotient(x: Rational): Real {
  const enclose = (digits: number): Interval => {
    const field = intervals(digits);
    return field.div(field.log(field.rational(x)), field.log(field.integer(2)));
  };
  return real({ enclose, approximate: () => approximateInterval(enclose(CHEAP_DIGITS)) });
}
