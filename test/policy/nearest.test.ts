import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { nearest } from '../../src/policy/draws.ts';
import { readNumber } from '../../src/policy/number.ts';

it('is the nearest double of a rational, of any size', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => x === 0 || Math.abs(x) > 1e-300);
  fc.assert(
    fc.property(double, (x) => {
      expect(nearest(Rational.fromDouble(x)) + 0).toBe(x + 0);
    }),
  );
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -250, max: 250 }));
  fc.assert(
    fc.property(decimal, ([digits, exponent]) => {
      const text = `${digits}e${exponent}`;
      expect(nearest(readNumber(text, 'it')) + 0).toBe(Number(text) + 0);
    }),
  );
  expect([nearest(Rational.of(1n, 10n ** 400n)), nearest(Rational.of(-(10n ** 400n), 3n))]).toEqual([0, -Infinity]);
});
