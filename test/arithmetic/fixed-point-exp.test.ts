import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expSmall } from '../../src/arithmetic/fixed-exp.ts';
import { logRatio } from '../../src/arithmetic/fixed-point.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { SEED } from './arbitraries.ts';
import { fixedContains, fixedHolds } from './exact.ts';
import { expBounds } from './series-oracle.ts';

/** The protocol: the enclosure at P bits must hold the one at 4P bits. */
function expectContainment(r: bigint, bits: number): void {
  const inner = expSmall(r << BigInt(3 * bits), 4 * bits);
  expect(fixedContains(expSmall(r, bits), inner, bits, 4), `exp(${r}/2^${bits})`).toBe(true);
}

/** Integers R of r = R/2^bits in [0, 4]. */
const argument = (bits: number): fc.Arbitrary<bigint> =>
  fc.oneof(fc.bigInt({ min: 0n, max: 4n << BigInt(bits) }), fc.bigInt({ min: 0n, max: 1000n }));

describe('expSmall at P bits holds expSmall at 4P bits', () => {
  it.each([8, 16, 64, 128, 200, 1024])('for random arguments at %i bits', (bits) => {
    fc.assert(
      fc.property(argument(bits), (r) => expectContainment(r, bits)),
      { seed: SEED, numRuns: 150 },
    );
  });

  it.each([4, 8])('for every argument of %i bits', (bits) => {
    for (let r = 0n; r <= 4n << BigInt(bits); r += 1n) expectContainment(r, bits);
  });

  it('at the ends and beside the halvings', () => {
    for (const bits of [64, 256]) {
      const one = 1n << BigInt(bits);
      for (const r of [0n, 1n, 4095n, 4096n, 4097n, one - 1n, one, one + 1n, 4n * one]) expectContainment(r, bits);
    }
  });
});

describe('expSmall', () => {
  it('holds the exponential by the plain series', () => {
    fc.assert(
      fc.property(argument(90), (r) => {
        const { lo, hi } = expBounds(Rational.of(r, 1n << 90n), 50);
        const enclosure = expSmall(r, 90);
        expect(fixedHolds(enclosure, 90, lo) && fixedHolds(enclosure, 90, hi)).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('holds e as published, to 118 digits', () => {
    const e =
      '2.71828182845904523536028747135266249775724709369995957496696762772407663035354759457138217852516642742746639193200305';
    expect(fixedHolds(expSmall(1n << 380n, 380), 380, Rational.parse(e))).toBe(true);
  });

  it('holds 1 at 0', () => {
    expect(fixedHolds(expSmall(0n, 64), 64, Rational.ONE)).toBe(true);
  });

  it('is a few ulps wide', () => {
    for (const bits of [16, 64, 1024, 4096]) {
      const { lo, hi } = expSmall(4n << BigInt(bits), bits);
      expect(hi - lo <= 2n).toBe(true);
    }
  });

  it('turns sums into products: exp(r + s) overlaps exp r · exp s', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n << 100n }), fc.bigInt({ min: 0n, max: 2n << 100n }), (r, s) => {
        const [x, y, xy] = [expSmall(r, 100), expSmall(s, 100), expSmall(r + s, 100)];
        expect(x.lo * y.lo <= xy.hi << 100n && xy.lo << 100n <= x.hi * y.hi).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('undoes the logarithm: exp(log x) overlaps x', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 128n, max: 50n * 2n ** 128n }), (x) => {
        const log = logRatio(x, 1n << 128n, 128);
        expect(expSmall(log.lo, 128).lo <= x && x <= expSmall(log.hi, 128).hi).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
