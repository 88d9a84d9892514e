/** Reals of which only some things are known, for tests of what operations do with them. */
import { approximateRational } from '../../src/arithmetic/approximation.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { interval } from './exact.ts';

export const number = (num: number | bigint, den: number | bigint = 1): Real => rationalReal(Rational.of(num, den));

/** Only enclosures, the same at each precision. */
export const between = (lo: string, hi = lo): Real => real({ enclose: () => interval(lo, hi) });

/** Enclosures and an exact form, which may be a rational that is not known at once. */
export const formed = (form: LogForm): Real => real({ enclose: (digits) => form.enclose(digits), exact: () => form });

/** An integer by enclosures and a double-double. */
export const fast = (value: number): Real =>
  real({
    enclose: () => interval(`${value}`),
    approximate: () => approximateRational(Rational.of(value)),
  });
