/** The containment protocol of the fast tests, over whole ranges and far more random arguments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expSmall } from '../../src/arithmetic/fixed-exp.ts';
import { type FixedInterval, logRatio } from '../../src/arithmetic/fixed-point.ts';
import { fixedContains } from './exact.ts';

const log = (x: bigint, bits: number): FixedInterval => logRatio(x, 1n, bits);

describe('at P bits the enclosure holds that at 4P bits', () => {
  it.each([10, 16])('log of every number of %i bits', (bits) => {
    const one = 1n << BigInt(bits);
    let broken = 0;
    for (let x = 1n; x < 2n * one; x += 1n) {
      if (!fixedContains(logRatio(x, one, bits), logRatio(x, one, 4 * bits), bits, 4)) broken += 1;
    }
    expect(broken).toBe(0);
  });

  it.each([8, 14])('exp of every argument of %i bits', (bits) => {
    let broken = 0;
    for (let r = 0n; r <= 4n << BigInt(bits); r += 1n) {
      if (!fixedContains(expSmall(r, bits), expSmall(r << BigInt(3 * bits), 4 * bits), bits, 4)) broken += 1;
    }
    expect(broken).toBe(0);
  });

  it.each([2, 3])('log of 200,000 random integers of any size, with seed %i', (seed) => {
    const size = fc.integer({ min: 1, max: 400 });
    const integer = size.chain((bits) => fc.bigInt({ min: 1n, max: 2n ** BigInt(bits) }));
    fc.assert(
      fc.property(integer, fc.constantFrom(30, 64, 100), (x, bits) =>
        fixedContains(log(x, bits), log(x, 4 * bits), bits, 4),
      ),
      { seed, numRuns: 200_000 },
    );
  });
});
