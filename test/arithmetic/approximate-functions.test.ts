import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absApproximation,
  divideApproximations,
  expApproximation,
  logApproximation,
  logOfInteger,
  maxApproximation,
  powerApproximation,
  powerBelowOne,
  rootApproximation,
} from '../../src/arithmetic/approximate-functions.ts';
import { type Approximation, multiplyApproximations } from '../../src/arithmetic/approximation.ts';
import { approximations, field, holds, numbersOf } from './approximation-numbers.ts';

const approximation = approximations({ min: -300, max: 300 });

const RUNS = { seed: 14, numRuns: 1500 };

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

  it('an exponential holds every exponential, and is 0 up to its error far below 0', () => {
    const exponents = fc.oneof(approximations({ min: -60, max: 8 }), approximations({ min: 7, max: 9 }));
    let [given, far] = [0, 0];
    fc.assert(
      fc.property(exponents, (a) => {
        const result = expApproximation(a);
        if (!result) return;
        given += 1;
        if (result.hi === 0) far += 1;
        for (const x of numbersOf(a)) holds(result, field.exp(field.rational(x)));
      }),
      { ...RUNS, numRuns: 1000 },
    );
    expect([given > 300, far > 15]).toEqual([true, true]);
    expect(expApproximation({ hi: 251, lo: 0, error: 0 })).toBeNull();
    expect(expApproximation({ hi: 1, lo: 0, error: 2 ** -20 })).toBeNull();
  });

  it('an exponential has some 30 digits', () => {
    const { hi = 0, error = 1 } = expApproximation({ hi: -3, lo: 2 ** -60, error: 0 }) ?? {};
    expect(error / hi).toBeLessThan(2 ** -95);
  });

  it('the logarithm of an integer of any size holds it', () => {
    const integers = fc.oneof(
      fc.bigInt({ min: 1n, max: 2n ** 120n }),
      fc
        .tuple(fc.bigInt({ min: 1n, max: 2n ** 60n }), fc.integer({ min: 0, max: 20_000 }))
        .map(([m, k]) => m << BigInt(k)),
      fc.integer({ min: 1, max: 9000 }).map((k) => 2n ** BigInt(k) - 1n),
    );
    fc.assert(
      fc.property(integers, (m) => {
        const result = logOfInteger(m);
        expect(result && result.error <= 2 ** -96 * (1 + result.hi)).toBe(true);
        holds(result, field.logOfInteger(m));
      }),
      RUNS,
    );
  });

  it('a power below 1 holds every power, also where it is flushed to 0', () => {
    const bases = fc.oneof(approximations({ min: -60, max: -1 }, [1]), approximations({ min: -1, max: -1 }, [1]));
    let [given, flushed] = [0, 0];
    fc.assert(
      fc.property(bases, fc.integer({ min: 1, max: 400 }), (a, k) => {
        const result = powerBelowOne(a, k);
        if (!result) return;
        given += 1;
        if (result.hi === 0) flushed += 1;
        for (const x of numbersOf(a)) holds(result, field.pow(field.rational(x), BigInt(k)));
      }),
      RUNS,
    );
    expect([given > 500, flushed > 50]).toEqual([true, true]);
    expect(powerBelowOne({ hi: 1.5, lo: 0, error: 0 }, 3)).toBeNull();
    expect(powerBelowOne({ hi: 0.5, lo: 0, error: 2 ** -20 }, 3)).toBeNull();
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
      fc.property(fc.oneof(fc.tuple(approximation, approximation), { arbitrary: near, weight: 3 }), ([a, b]) => {
        const result = maxApproximation(a, b);
        for (const x of numbersOf(a))
          for (const y of numbersOf(b)) holds(result, field.rational(x.compare(y) >= 0 ? x : y));
      }),
      { ...RUNS, numRuns: 5000 },
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
