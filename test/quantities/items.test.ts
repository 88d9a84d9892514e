import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toInterval } from '../../src/arithmetic/approximation.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import type { Real } from '../../src/arithmetic/real.ts';
import { type Instance, quantitiesOf, untied } from '../../src/claims/instance.ts';
import { itemsOf } from '../../src/quantities/items.ts';
import { LOCAL_GAP } from '../../src/quantities/local-quantities.ts';

const DIGITS = 60;

const instance: fc.Arbitrary<Instance> = fc
  .record({
    weights: fc.array(fc.oneof(fc.bigInt(1n, 9n), fc.bigInt(1n, 10n ** 12n)), { minLength: 1, maxLength: 8 }),
    n: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 400 })),
  })
  .map(({ weights, n }) => untied(weights, n));

/** Every tier of a real has the number in it. */
function isAround(of: Real, number: Rational): void {
  const point = intervals(DIGITS).rational(number);
  expect(of.enclose(DIGITS).overlaps(point)).toBe(true);
  const approximation = of.approximate();
  if (approximation) {
    expect(toInterval(approximation, DIGITS).overlaps(point)).toBe(true);
    expect(approximation.error).toBeLessThanOrEqual(2 ** -60);
  }
  if (of.exact) expect(of.exact.asRational()?.compare(number)).toBe(0);
}

it('items are p_i, F_i and F_i^n − F_{i−1}^n', () => {
  fc.assert(
    fc.property(instance, (of) => {
      const items = itemsOf(quantitiesOf(of));
      const total = of.weights.reduce((sum, weight) => sum + weight, 0n);
      let below = 0n;
      isAround(items.quantile(0), Rational.ZERO);
      of.weights.forEach((weight, index) => {
        const above = below + weight;
        const [from, to] = [Rational.of(below, total), Rational.of(above, total)];
        isAround(items.mass(index + 1), Rational.of(weight, total));
        isAround(items.quantile(index + 1), to);
        isAround(items.selected(index + 1), to.pow(of.n).sub(from.pow(of.n)));
        below = above;
      });
    }),
    { numRuns: 150 },
  );
});

it('a second policy is in proportion to its weights', () => {
  const items = itemsOf(quantitiesOf({ ...untied([1n, 2n, 3n], 2), auxiliary: [4n, 0n, 1n] }));
  [4, 0, 1].forEach((weight, i) => {
    isAround(items.other(i + 1), Rational.of(weight, 5));
  });
});

it.each([
  ['p[0]', 'mass', 0],
  ['p[3]', 'mass', 3],
  ['F[-1]', 'quantile', -1],
  ['pi[3]', 'selected', 3],
] as const)('there is no %s of two atoms', (name, method, i) => {
  expect(() => itemsOf(quantitiesOf(untied([1n, 1n], 2)))[method](i)).toThrow(`there is no ${name} among 2 atoms`);
});

it('the local gap of an interval is the same in both tiers', () => {
  fc.assert(
    fc.property(instance, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 59 }), (of, top, bottom) => {
      if (bottom >= top) return;
      const gap = quantitiesOf(of).of(LOCAL_GAP, Rational.of(bottom, 60), Rational.of(top, 60));
      const [approximation, enclosure] = [gap.approximate(), gap.enclose(DIGITS)];
      if (approximation) expect(toInterval(approximation, DIGITS).overlaps(enclosure)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
