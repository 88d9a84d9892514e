import fc from 'fast-check';
import { expect } from 'vitest';
import { type Approximation, toInterval } from '../../src/arithmetic/approximation.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

/** Digits in which the enclosures are checked. */
export const DIGITS = 90;
export const field = intervals(DIGITS);

/** A double-double with |lo| ≤ 2u|hi|, the largest that is allowed, of these binary exponents and with an error of any size. */
export function approximations(
  exponents: { readonly min: number; readonly max: number },
  signs: readonly number[] = [-1, 1],
): fc.Arbitrary<Approximation> {
  return fc
    .record({
      mantissa: fc.double({ min: 1, max: 2, noNaN: true }),
      exponent: fc.integer(exponents),
      sign: fc.constantFrom(...signs),
      lo: fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, 0, 1)),
      error: fc.oneof(
        fc.constant(0),
        fc.integer({ min: -130, max: 2 }).map((power) => 2 ** power),
      ),
    })
    .map(({ mantissa, exponent, sign, lo, error }) => {
      const hi = sign * mantissa * 2 ** exponent;
      return { hi, lo: hi * lo * 2 ** -52, error: Math.abs(hi) * error };
    });
}

const exactly = ({ hi, lo }: Approximation): Rational => Rational.fromDouble(hi).add(Rational.fromDouble(lo));

/** Numbers that an approximation stands for: its middle and both ends, exactly. */
export function numbersOf(a: Approximation): Rational[] {
  const [middle, radius] = [exactly(a), Rational.fromDouble(a.error)];
  return [middle, middle.add(radius), middle.sub(radius)];
}

/** Whether the result, where there is one, holds the number. */
export function holds(result: Approximation | null, number: Interval): void {
  if (result) expect(toInterval(result, DIGITS).overlaps(number), JSON.stringify(result)).toBe(true);
}
