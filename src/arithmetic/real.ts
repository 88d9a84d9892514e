import {
  type Approximation,
  addApproximations,
  approximateRational,
  multiplyApproximations,
  subtractApproximations,
} from './approximation.ts';
import { InsufficientPrecisionError } from './errors.ts';
import type { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';

/** How often the working precision is doubled when an enclosure cannot be formed at the first one … */
const DOUBLINGS = 6;
/** … and the digits beyond which it is not. */
const MOST_DIGITS = 20_480;

/** A real number known by enclosures of any precision and, where it is small enough to write down, exactly. */
export interface Real {
  /** A double-double enclosure where there is a cheap one. */
  approximate(): Approximation | null;
  /**
   * An enclosure worked out with at least so many significant digits; its width depends on what cancels.
   * @throws InsufficientPrecisionError where none can be formed at this precision and up to 64 times as much, or 20,480 digits.
   */
  enclose(digits: number): Interval;
  /** The exact form, worked out when asked for; null where the size rule says that it is too large. */
  readonly exact: LogForm | null;
  /** The number itself where it is known to be rational without further work. */
  readonly rational: Rational | null;
}

/** A real from its descriptions, each worked out at most once and only when asked for. */
export function real(
  enclose: (digits: number) => Interval,
  exact: () => LogForm | null = () => null,
  rational: Rational | null = null,
  approximate: () => Approximation | null = () => null,
): Real {
  return new DescribedReal(enclose, exact, rational, approximate);
}

class DescribedReal implements Real {
  readonly rational: Rational | null;
  readonly #enclose: (digits: number) => Interval;
  readonly #exact: () => LogForm | null;
  readonly #approximate: () => Approximation | null;
  #enclosures: Map<number, Interval> | undefined;
  #approximation: Approximation | null | undefined;
  #form: LogForm | null | undefined;

  constructor(
    enclose: (digits: number) => Interval,
    exact: () => LogForm | null,
    rational: Rational | null,
    approximate: () => Approximation | null,
  ) {
    this.#enclose = enclose;
    this.#exact = exact;
    this.rational = rational;
    this.#approximate = approximate;
  }

  approximate(): Approximation | null {
    if (this.#approximation === undefined) this.#approximation = this.#approximate();
    return this.#approximation;
  }

  enclose(digits: number): Interval {
    this.#enclosures ??= new Map();
    let found = this.#enclosures.get(digits);
    if (!found) {
      found = withMoreDigits(this.#enclose, digits);
      this.#enclosures.set(digits, found);
    }
    return found;
  }

  get exact(): LogForm | null {
    if (this.#form === undefined) this.#form = this.#exact();
    return this.#form;
  }
}

/** @throws InsufficientPrecisionError where no enclosure can be formed even so. */
function withMoreDigits(enclose: (digits: number) => Interval, digits: number): Interval {
  for (let doubling = 0; ; doubling += 1) {
    try {
      return enclose(digits * 2 ** doubling);
    } catch (error) {
      if (!(error instanceof InsufficientPrecisionError) || doubling === DOUBLINGS) throw error;
      if (digits * 2 ** (doubling + 1) > MOST_DIGITS) throw error;
    }
  }
}

/**
 * The real of an exact form; `approximate` where it has a cheap enclosure that the form does not show.
 *
 * @example
 * exactReal(LogForm.log(Rational.of(2))).enclose(4).toString(); // '[0.6931, 0.6932]'
 */
export function exactReal(value: LogForm, approximate?: () => Approximation | null): Real {
  const rational = value.asRational();
  return real(
    (digits) => value.enclose(digits),
    () => value,
    rational,
    approximate ?? (() => rational && approximateRational(rational)),
  );
}

/**
 * The real of a rational number.
 *
 * @example
 * rationalReal(Rational.of(1, 2)).exact?.toString(); // '1/2'
 */
export function rationalReal(value: Rational): Real {
  return real(
    (digits) => intervals(digits).rational(value),
    () => LogForm.rational(value),
    value,
    () => approximateRational(value),
  );
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
    () => combined(subtractApproximations, a, b),
  );
}

/** a + b; exact where both are. */
export function sum(a: Real, b: Real): Real {
  return real(
    (digits) => intervals(digits).add(a.enclose(digits), b.enclose(digits)),
    () => (a.exact && b.exact ? a.exact.add(b.exact) : null),
    a.rational && b.rational && a.rational.add(b.rational),
    () => combined(addApproximations, a, b),
  );
}

function combined(
  operation: (x: Approximation, y: Approximation) => Approximation,
  a: Real,
  b: Real,
): Approximation | null {
  const x = a.approximate();
  const y = x && b.approximate();
  return x && y ? operation(x, y) : null;
}

/** q·a for a rational q; exact where a is. */
export function multiple(q: Rational, a: Real): Real {
  return real(
    (digits) => intervals(digits).mul(intervals(digits).rational(q), a.enclose(digits)),
    () => a.exact?.scale(q) ?? null,
    a.rational?.mul(q) ?? null,
    () => {
      const y = a.approximate();
      const x = y && approximateRational(q);
      return x && y && multiplyApproximations(x, y);
    },
  );
}
