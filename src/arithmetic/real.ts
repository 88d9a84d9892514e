import {
  type Approximation,
  addApproximations,
  approximateRational,
  multiplyApproximations,
  subtractApproximations,
} from './approximation.ts';
import { InsufficientPrecisionError } from './errors.ts';
import { INSPECT } from './inspect.ts';
import type { Interval } from './interval.ts';
import { intervals } from './interval-field.ts';
import { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';
import { checkReals, type Real } from './real-interface.ts';
import { shown } from './shown.ts';

export type { Real } from './real-interface.ts';

/** How often the precision is doubled where no enclosure can be formed at the first one … */
const DOUBLINGS = 6;
/** … and the most digits up to which it is doubled. */
const MAX_DIGITS = 20_480;

/** The description of a real. Each function is called on first use, and once for each precision. */
export interface RealDescription {
  /** An enclosure computed with this many significant digits. */
  enclose(digits: number): Interval;
  /** The exact form; null where the size rule says that it is too large. If it is left out, the real has no exact form. */
  exact?(): LogForm | null;
  /** The number itself where it is known to be rational. */
  readonly rational?: Rational | null;
  /** A cheap enclosure in double-double; null where there is none. */
  approximate?(): Approximation | null;
}

/**
 * A real from its description.
 *
 * @example
 * real({ enclose: (digits) => intervals(digits).sqrt(intervals(digits).integer(2)) }).enclose(4).toString(); // '[1.414, 1.415]'
 */
export function real(description: RealDescription): Real {
  return new DescribedReal(description);
}

class DescribedReal implements Real {
  readonly rational: Rational | null;
  readonly #description: RealDescription;
  #enclosures: Map<number, Interval> | undefined;
  #approximation: Approximation | null | undefined;
  #form: LogForm | null | undefined;

  constructor(description: RealDescription) {
    this.#description = description;
    this.rational = description.rational ?? null;
  }

  approximate(): Approximation | null {
    if (this.#approximation === undefined) this.#approximation = this.#description.approximate?.() ?? null;
    return this.#approximation;
  }

  enclose(digits: number): Interval {
    this.#enclosures ??= new Map();
    let found = this.#enclosures.get(digits);
    if (!found) {
      found = withMoreDigits(this.#description, digits);
      this.#enclosures.set(digits, found);
    }
    return found;
  }

  get exact(): LogForm | null {
    if (this.#form === undefined) this.#form = this.#description.exact?.() ?? null;
    return this.#form;
  }

  /** What `console.log` shows. */
  [INSPECT](): string {
    return shown(this);
  }
}

/** Raises the precision until an enclosure can be formed. @throws InsufficientPrecisionError where even the last precision fails. */
function withMoreDigits(description: RealDescription, digits: number): Interval {
  for (let doubling = 0; ; doubling += 1) {
    try {
      return description.enclose(digits * 2 ** doubling);
    } catch (error) {
      if (!(error instanceof InsufficientPrecisionError) || doubling === DOUBLINGS) throw error;
      if (digits * 2 ** (doubling + 1) > MAX_DIGITS) throw error;
    }
  }
}

/**
 * The real of an exact form. `approximate` gives a double-double enclosure that is better or cheaper than that of the form.
 *
 * @example
 * exactReal(LogForm.log(Rational.of(2))).enclose(4).toString(); // '[0.6931, 0.6932]'
 */
export function exactReal(value: LogForm, approximate?: () => Approximation | null): Real {
  const rational = value.asRational();
  return real({
    enclose: (digits) => value.enclose(digits),
    exact: () => value,
    rational,
    approximate: approximate ?? (() => value.approximate()),
  });
}

/**
 * The real of a rational number.
 *
 * @example
 * rationalReal(Rational.of(1, 2)).exact?.toString(); // '1/2'
 */
export function rationalReal(value: Rational): Real {
  checkRational(value);
  return real({
    enclose: (digits) => intervals(digits).rational(value),
    exact: () => LogForm.rational(value),
    rational: value,
    approximate: () => approximateRational(value),
  });
}

/** @throws TypeError naming a value that is not a rational, such as a plain number. */
function checkRational(value: unknown): void {
  if (typeof (value as Partial<Rational> | null)?.num === 'bigint') return;
  throw new TypeError(`${String(value)} is not a Rational: write it as Rational.of(1, 2) or Rational.parse('0.5')`);
}

/**
 * a − b; exact where both are.
 *
 * @example
 * difference(rationalReal(Rational.ONE), rationalReal(Rational.of(1, 3))).exact?.toString(); // '2/3'
 */
export function difference(a: Real, b: Real): Real {
  checkReals(a, b);
  return real({
    enclose: (digits) => intervals(digits).sub(a.enclose(digits), b.enclose(digits)),
    exact: () => (a.exact && b.exact ? a.exact.sub(b.exact) : null),
    rational: a.rational && b.rational && a.rational.sub(b.rational),
    approximate: () => combined(subtractApproximations, a, b),
  });
}

/** a + b; exact where both are. */
export function sum(a: Real, b: Real): Real {
  checkReals(a, b);
  return real({
    enclose: (digits) => intervals(digits).add(a.enclose(digits), b.enclose(digits)),
    exact: () => (a.exact && b.exact ? a.exact.add(b.exact) : null),
    rational: a.rational && b.rational && a.rational.add(b.rational),
    approximate: () => combined(addApproximations, a, b),
  });
}

function combined(
  operation: (x: Approximation, y: Approximation) => Approximation | null,
  a: Real,
  b: Real,
): Approximation | null {
  const x = a.approximate();
  const y = x && b.approximate();
  return x && y ? operation(x, y) : null;
}

/** q·a for a rational q; exact where a is. */
export function multiple(q: Rational, a: Real): Real {
  checkRational(q);
  checkReals(a);
  return real({
    enclose: (digits) => intervals(digits).mul(intervals(digits).rational(q), a.enclose(digits)),
    exact: () => a.exact?.scale(q) ?? null,
    rational: a.rational?.mul(q) ?? null,
    approximate: () => {
      const y = a.approximate();
      const x = y && approximateRational(q);
      return x && y && multiplyApproximations(x, y);
    },
  });
}

/**
 * a·b; exact where one is a known rational and the other is exact.
 *
 * @example
 * product(exactReal(LogForm.log(Rational.of(2))), rationalReal(Rational.of(3))).exact?.toString(); // '3*log(2)'
 */
export function product(a: Real, b: Real): Real {
  checkReals(a, b);
  if (a.rational) return multiple(a.rational, b);
  if (b.rational) return multiple(b.rational, a);
  return real({
    enclose: (digits) => intervals(digits).mul(a.enclose(digits), b.enclose(digits)),
    approximate: () => combined(multiplyApproximations, a, b),
  });
}
