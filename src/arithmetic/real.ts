import { InsufficientPrecisionError } from './errors.ts';
import type { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';

/** How often the working precision is doubled when an enclosure cannot be formed at the first one. */
const DOUBLINGS = 6;

/** A real number known by enclosures of any precision and, where it is small enough to write down, exactly. */
export interface Real {
  /** An enclosure worked out with at least so many significant digits; its width depends on what cancels. */
  enclose(digits: number): Interval;
  /** The exact form, worked out when asked for; null where the size rule says that it is too large. */
  readonly exact: LogForm | null;
  /** The number itself where it is known to be rational without further work. */
  readonly rational: Rational | null;
}

/** A real from its two descriptions, each worked out once and only when asked for. */
export function real(
  enclose: (digits: number) => Interval,
  exact: () => LogForm | null = () => null,
  rational: Rational | null = null,
): Real {
  const enclosures = new Map<number, Interval>();
  let form: LogForm | null | undefined;
  return {
    rational,
    enclose(digits) {
      let found = enclosures.get(digits);
      if (!found) {
        found = withMoreDigits(enclose, digits);
        enclosures.set(digits, found);
      }
      return found;
    },
    get exact() {
      if (form === undefined) form = exact();
      return form;
    },
  };
}

function withMoreDigits(enclose: (digits: number) => Interval, digits: number): Interval {
  for (let doubling = 0; ; doubling += 1) {
    try {
      return enclose(digits * 2 ** doubling);
    } catch (error) {
      if (!(error instanceof InsufficientPrecisionError) || doubling === DOUBLINGS) throw error;
    }
  }
}

/**
 * The real of an exact form.
 *
 * @example
 * exactReal(LogForm.log(Rational.of(2))).enclose(4).toString(); // '[0.6931, 0.6932]'
 */
export function exactReal(value: LogForm): Real {
  return real(
    (digits) => value.enclose(digits),
    () => value,
    value.asRational(),
  );
}

/**
 * The real of a rational number.
 *
 * @example
 * rationalReal(Rational.of(1, 2)).exact?.toString(); // '1/2'
 */
export function rationalReal(value: Rational): Real {
  return exactReal(LogForm.rational(value));
}

/**
 * a − b; exact where both are.
 *
 * @example
 * difference(rationalReal(Rational.ONE), rationalReal(Rational.of(1, 3))).exact?.toString(); // '2/3'
 */
export function difference(a: Real, b: Real): Real {
  return real(
    (digits) => intervals(digits).sub(a.enclose(digits), b.enclose(digits)),
    () => (a.exact && b.exact ? a.exact.sub(b.exact) : null),
    a.rational && b.rational && a.rational.sub(b.rational),
  );
}

/** a + b; exact where both are. */
export function sum(a: Real, b: Real): Real {
  return real(
    (digits) => intervals(digits).add(a.enclose(digits), b.enclose(digits)),
    () => (a.exact && b.exact ? a.exact.add(b.exact) : null),
    a.rational && b.rational && a.rational.add(b.rational),
  );
}

/** q·a for a rational q; exact where a is. */
export function multiple(q: Rational, a: Real): Real {
  return real(
    (digits) => intervals(digits).mul(intervals(digits).rational(q), a.enclose(digits)),
    () => a.exact?.scale(q) ?? null,
    a.rational?.mul(q) ?? null,
  );
}
