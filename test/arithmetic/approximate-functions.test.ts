import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absApproximation,
  divideApproximations,
  logApproximation,
  maxApproximation,
  powerApproximation,
  rootApproximation,
} from '../../src/arithmetic/approximate-functions.ts';
import { type Approximation, multiplyApproximations, toInterval } from '../../src/arithmetic/approximation.ts';
import type { Interval } from '../../src/arithmetic/interval.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';

const DIGITS = 90;
const field = intervals(DIGITS);

/** A double-double with |lo| ≤ 2u|hi|, the largest that is allowed, and an error of any size. */
const approximation: fc.Arbitrary<Approximation> = fc
  .record({
    mantissa: fc.double({ min: 1, max: 2, noNaN: true }),
    exponent: fc.integer({ min: -300, max: 300 }),
    sign: fc.constantFrom(-1, 1),
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

const exactly = ({ hi, lo }: Approximation): Rational => Rational.fromDouble(hi).add(Rational.fromDouble(lo));

/** Numbers that an approximation stands for: its middle and both ends, exactly. */
function numbersOf(a: Approximation): Rational[] {
  const [middle, radius] = [exactly(a), Rational.fromDouble(a.error)];
  return [middle, middle.add(radius), middle.sub(radius)];
}

function holds(result: Approximation | null, number: Interval): void {
  if (result) expect(toInterval(result, DIGITS).overlaps(number), JSON.stringify(result)).toBe(true);
}

const RUNS = { seed: 14, numRuns: 3000 };

describe('an enclosure of', () => {
  it('a quotient holds every quotient', () => {
    fc.assert(
      fc.property(approximation, approximation, (a, b) => {
        const result = divideApproximations(a, b);
        for (const x of numbersOf(a))
          for (const y of numbersOf(b)) if (y.sign() !== 0) holds(result, field.rational(x.div(y)));
      }),
      RUNS,
    );
  });

  it('a logarithm holds every logarithm', () => {
    fc.assert(
      fc.property(approximation, (a) => {
        const result = logApproximation(a);
        if (result) for (const x of numbersOf(a)) holds(result, field.log(field.rational(x)));
      }),
      RUNS,
    );
  });

  it('a root holds every root', () => {
    fc.assert(
      fc.property(approximation, (a) => {
        const result = rootApproximation(a);
        if (result) for (const x of numbersOf(a)) holds(result, field.sqrt(field.rational(x)));
      }),
      RUNS,
    );
    expect(rootApproximation({ hi: 1, lo: 0, error: 1 })).toBeNull();
  });

  it('a quotient of a numerator below 2^-400 holds every quotient', () => {
    const tiny = fc.tuple(
      fc.constantFrom(-1, 0, 1),
      fc.integer({ min: 401, max: 1074 }),
      fc.integer({ min: 402, max: 1074 }),
    );
    fc.assert(
      fc.property(tiny, approximation, ([sign, size, error], b) => {
        const a = { hi: sign * 2 ** -size, lo: 0, error: 2 ** -error };
        const result = divideApproximations(a, b);
        expect(result === null).toBe(b.error >= Math.abs(b.hi) * (1 - 2 ** -40));
        for (const x of numbersOf(a))
          for (const y of numbersOf(b)) if (y.sign() !== 0) holds(result, field.rational(x.div(y)));
      }),
      RUNS,
    );
  });

  it('a power holds every power', () => {
    fc.assert(
      fc.property(approximation, fc.integer({ min: 1, max: 40 }), (a, k) => {
        const result = powerApproximation(a, k);
        for (const x of numbersOf(a)) holds(result, field.rational(x.pow(k)));
      }),
      RUNS,
    );
  });

  it('a maximum holds the maximum, also of numbers that differ in the last bits only', () => {
    const near = fc
      .tuple(approximation, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -8, max: 8 }))
      .map(([a, ulps, rest]): [Approximation, Approximation] => {
        const hi = a.hi * (1 + ulps * 2 ** -52);
        return [a, { hi, lo: (hi * rest) / 8 / 2 ** 52, error: 0 }];
      });
    fc.assert(
      fc.property(fc.oneof(fc.tuple(approximation, approximation), near), ([a, b]) => {
        const result = maxApproximation(a, b);
        for (const x of numbersOf(a))
          for (const y of numbersOf(b)) holds(result, field.rational(x.compare(y) >= 0 ? x : y));
      }),
      { ...RUNS, numRuns: 20_000 },
    );
  });

  it('a product with a factor below 2^-400 holds every product, and one above 2^400 has none', () => {
    const tiny = fc.tuple(
      fc.constantFrom(-1, 0, 1),
      fc.integer({ min: 401, max: 1074 }),
      fc.integer({ min: 402, max: 1074 }),
    );
    fc.assert(
      fc.property(tiny, approximation, ([sign, size, error], b) => {
        const a = { hi: sign * 2 ** -size, lo: 0, error: 2 ** -error };
        for (const [one, other] of [
          [a, b],
          [b, a],
          [a, a],
        ] as const) {
          const result = multiplyApproximations(one, other);
          expect(result).not.toBeNull();
          for (const x of numbersOf(one)) for (const y of numbersOf(other)) holds(result, field.rational(x.mul(y)));
        }
      }),
      RUNS,
    );
    expect(multiplyApproximations({ hi: 2 ** 401, lo: 0, error: 0 }, { hi: 2 ** -500, lo: 0, error: 0 })).toBeNull();
  });

  it('an absolute value holds it', () => {
    fc.assert(
      fc.property(approximation, (a) => {
        for (const x of numbersOf(a)) holds(absApproximation(a), field.rational(x.abs()));
      }),
      RUNS,
    );
  });

  it('is refused where the divisor may be 0, or the argument may not be positive', () => {
    const around = { hi: 1, lo: 0, error: 1 };
    expect(divideApproximations(around, around)).toBeNull();
    expect(logApproximation(around)).toBeNull();
    expect(logApproximation({ hi: -1, lo: 0, error: 0 })).toBeNull();
  });
});
