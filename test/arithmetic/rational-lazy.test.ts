import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';

/** Denominators whose product has more than 4096 bits. */
const fine = Rational.of(6n, 1n << 4200n);
const coarse = Rational.of(2n, 1n << 4100n);

describe('a sum over long denominators', () => {
  it('keeps the finer one where the coarser one divides it, in either order', () => {
    for (const sum of [fine.add(coarse), coarse.add(fine)]) {
      expect(sum.den).toBe(1n << 4200n);
      expect(sum.num).toBe(6n + (2n << 100n));
    }
  });

  it('is in lowest terms where neither divides the other', () => {
    const other = Rational.of(1n, 3n * (1n << 4000n));
    for (const sum of [other.add(coarse), coarse.add(other)]) {
      expect(sum.den).toBe(3n << 4099n);
      expect(sum.num).toBe((1n << 99n) + 3n);
    }
  });
});
