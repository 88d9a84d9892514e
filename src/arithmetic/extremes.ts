import { maxApproximation } from './approximate-functions.ts';
import { lowerBound, upperBound } from './approximation.ts';
import { intervals } from './interval-field.ts';
import { negative } from './operations.ts';
import { type Real, real } from './real.ts';

/** The largest and the least of some reals of any kind, with the guarantee of `operations.ts`. */

/**
 * The largest of some reals. Those that double-doubles show to be below another one take no part, so that it is as cheap, and as exact, as the
 * others are.
 */
export function largestOf(all: readonly Real[]): Real {
  const different = [...new Set(withoutLesserRationals(all))];
  if (different.length === 1) return different[0] as Real;
  let found: readonly Real[] | undefined;
  const highest = (): readonly Real[] => {
    found ??= withoutLesser(different);
    return found;
  };
  return real({
    enclose: (digits) =>
      highest()
        .map((x) => x.enclose(digits))
        .reduce((a, b) => intervals(digits).max(a, b)),
    exact: () =>
      highest()
        .map(({ exact }) => exact)
        .reduce((a, b) => a && b && (a.sub(b).sign() >= 0 ? a : b)),
    approximate: () =>
      highest()
        .map((x) => x.approximate())
        .reduce((a, b) => a && b && maxApproximation(a, b)),
  });
}

/** The least of some reals. */
export function leastOf(all: readonly Real[]): Real {
  return negative(largestOf(all.map(negative)));
}

/** Of rational numbers, the largest is enough. */
function withoutLesserRationals(all: readonly Real[]): readonly Real[] {
  const largest = all.reduce<Real | null>((a, b) => {
    if (!a?.rational || !b.rational) return b.rational ? b : a;
    return a.rational.compare(b.rational) >= 0 ? a : b;
  }, null);
  return all.filter((x) => !x.rational || x === largest);
}

/** The reals that may be the largest: each of the others is certainly below the one with the greatest lower bound. */
function withoutLesser(all: readonly Real[]): readonly Real[] {
  const approximations = all.map((x) => x.approximate());
  const floor = approximations.reduce(
    (most, x) => (x ? Math.max(most, lowerBound(x)) : most),
    Number.NEGATIVE_INFINITY,
  );
  return all.filter((_, i) => {
    const x = approximations[i];
    return !x || upperBound(x) >= floor;
  });
}
