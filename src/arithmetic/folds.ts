import { type Approximation, addApproximations, multiplyApproximations } from './approximation.ts';
import { CHEAP_BITS, small } from './forms.ts';
import type { Interval } from './interval.ts';
import { type IntervalField, intervals } from './interval-field.ts';
import type { LogForm } from './log-form.ts';
import { Rational } from './rational.ts';
import { type Real, rationalReal, real } from './real.ts';

/** Sums and products of many reals of any kind, with the guarantee of `operations.ts`. */

const ZERO = rationalReal(Rational.ZERO);
const ONE = rationalReal(Rational.ONE);

/** The sum of any number of reals, in one step, so that thousands of them do not nest. */
export function sumOf(all: readonly Real[]): Real {
  if (all.length === 0) return ZERO;
  return folded(all, {
    rational: (a, b) => a.add(b),
    enclose: (field, a, b) => field.add(a, b),
    approximate: addApproximations,
    exact: (a, b) => a.add(b),
  });
}

/** The product of any number of reals, in one step. */
export function productOfAll(all: readonly Real[]): Real {
  if (all.length === 0) return ONE;
  if (all.some(({ rational }) => rational?.sign() === 0)) return ZERO;
  return folded(all, {
    rational: (a, b) => a.mul(b),
    enclose: (field, a, b) => field.mul(a, b),
    approximate: multiplyApproximations,
    exact: (a, b) => {
      const [x, y] = [a.asRational(), b.asRational()];
      return x ? b.scale(x) : y && a.scale(y);
    },
  });
}

interface Fold {
  readonly rational: (a: Rational, b: Rational) => Rational;
  readonly enclose: (field: IntervalField, a: Interval, b: Interval) => Interval;
  readonly approximate: (a: Approximation, b: Approximation) => Approximation | null;
  readonly exact: (a: LogForm, b: LogForm) => LogForm | null;
}

function folded(all: readonly Real[], { rational, enclose, approximate, exact }: Fold): Real {
  const known = reduced(
    all,
    (x) => x.rational,
    (a, b) => within(rational(a, b), CHEAP_BITS),
  );
  if (known) return rationalReal(known);
  return real({
    enclose: (digits) => {
      const field = intervals(digits);
      return all.map((x) => x.enclose(digits)).reduce((a, b) => enclose(field, a, b));
    },
    exact: () =>
      reduced(
        all,
        (x) => x.exact,
        (a, b) => small(exact(a, b)),
      ),
    approximate: () => reduced(all, (x) => x.approximate(), approximate),
  });
}

/** Combines the values of all reals; null as soon as one of them, or a result, is. */
function reduced<T>(all: readonly Real[], of: (x: Real) => T | null, combine: (a: T, b: T) => T | null): T | null {
  let result: T | null = null;
  for (const [index, x] of all.entries()) {
    const value = of(x);
    if (value === null) return null;
    result = index === 0 ? value : combine(result as T, value);
    if (result === null) return null;
  }
  return result;
}

function within(value: Rational, bits: number): Rational | null {
  return value.bits() <= bits ? value : null;
}
