import type { Approximation } from './approximation.ts';
import type { LogForm } from './log-form.ts';
import type { Rational } from './rational.ts';
import type { Real } from './real.ts';

/** Exact forms of more bits than this are not computed. */
export const MAX_BITS = 10_000;
/** Rational results up to this size are computed at once. */
export const CHEAP_BITS = 512;

/** The rational that a real is, also where that takes work; null where it is not known to be rational. */
export function asRational({ rational, exact }: Real): Rational | null {
  return rational ?? exact?.asRational() ?? null;
}

/** Whether a real is known to be 0. */
export function isZero(x: Real): boolean {
  return x.rational ? x.rational.sign() === 0 : (x.exact?.isZero() ?? false);
}

/** An exact form unless it has grown too long. */
export function small(form: LogForm | null): LogForm | null {
  return form && form.logs.size <= MAX_LOGS && form.constant.bits() <= MAX_BITS ? form : null;
}

const MAX_LOGS = 200;

type Combine = (x: Approximation, y: Approximation) => Approximation | null;

/** The approximations of two reals combined; null where one has none. */
export function both(combine: Combine, a: Real, b: Real): Approximation | null {
  const x = a.approximate();
  const y = x && b.approximate();
  return x && y ? combine(x, y) : null;
}
