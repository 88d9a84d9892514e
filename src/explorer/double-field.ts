import type { Exponent } from '../arithmetic/exponent.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { nearest } from '../policy/draws.ts';

/**
 * Plain doubles, for the curves of a picture only, where a pixel is far wider than their rounding. Guarantee: none; of what is
 * printed, only the share of the largest local gap comes from here, and is called about so much.
 */
export const doubles: LogField<number, number> = {
  rational: (value: Rational) => nearest(value),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, n) => a ** size(n),
  max: Math.max,
  log: Math.log,
  relativeEntropy: (a, b) => (a <= 0 ? 0 : a * Math.log(a / b)),
  lift: (a) => a,
  lower: (a) => a,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  scale: (factor, a) => factor * a,
};

function size(exponent: Exponent): number {
  return exponent instanceof Rational ? nearest(exponent) : Number(exponent);
}
