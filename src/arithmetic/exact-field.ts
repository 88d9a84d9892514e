import { integerExponent } from './exponent.ts';
import type { LogField } from './log-field.ts';
import { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';

/** The exact field: rationals, and log forms over them. */
export const exactField: LogField<Rational, LogForm> = {
  rational: (value) => value,
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  mul: (a, b) => a.mul(b),
  div: (a, b) => a.div(b),
  pow: (a, n) => a.pow(integerExponent(n)),
  max: (a, b) => (a.compare(b) < 0 ? b : a),
  log: (a) => LogForm.log(a),
  relativeEntropy: (a, b) => (a.sign() === 0 ? LogForm.ZERO : LogForm.log(a.div(b)).scale(a)),
  lift: (a) => LogForm.rational(a),
  plus: (a, b) => a.add(b),
  minus: (a, b) => a.sub(b),
  scale: (factor, a) => a.scale(factor),
};
