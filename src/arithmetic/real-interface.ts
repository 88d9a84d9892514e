import type { Approximation } from './approximation.ts';
import type { Interval } from './interval.ts';
import type { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';

/** A real number, known by enclosures of any precision and, where its exact form is small enough, exactly. */
export interface Real {
  /** A double-double enclosure where there is a cheap one. */
  approximate(): Approximation | null;
  /**
   * An enclosure computed with at least this many significant digits. Its width depends on cancellation.
   * @throws InsufficientPrecisionError where none can be formed at this precision or up to 64 times as much, or 20,480 digits.
   */
  enclose(digits: number): Interval;
  /** The exact form, computed on first use; null where the size rule says that it is too large. */
  readonly exact: LogForm | null;
  /** The number itself where it is known to be rational without further work. */
  readonly rational: Rational | null;
}

/** Whether a value from code without type checks is a real. */
export function isReal(value: unknown): value is Real {
  if (typeof value !== 'object' || value === null) return false;
  const { approximate, enclose } = value as Partial<Real>;
  return typeof approximate === 'function' && typeof enclose === 'function';
}

/** How to write a number as a real, for messages. */
export const AS_REAL = 'write a number as rationalReal(Rational.of(2))';

/** @throws TypeError naming the first value that is not a real, such as a plain number. */
export function checkReals(...values: readonly unknown[]): void {
  for (const value of values) if (!isReal(value)) throw new TypeError(`${String(value)} is not a real: ${AS_REAL}`);
}
