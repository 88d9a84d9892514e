import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitLength } from '../../src/arithmetic/bigint.ts';
import { bitsNearOne, logRatio } from '../../src/arithmetic/fixed-point.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { SEED } from './arbitraries.ts';
import { fixedContains, fixedHolds } from './exact.ts';
import { logBounds } from './series-oracle.ts';

/** The protocol: the enclosure at P bits must hold the one at 4P bits. */
function expectContainment(num: bigint, den: bigint, bits: number): void {
  const outer = logRatio(num, den, bits);
  const inner = logRatio(num, den, 4 * bits);
  expect(fixedContains(outer, inner, bits, 4), `log(${num}/${den}) at ${bits} bits`).toBe(true);
}

const positive = fc.oneof(
  fc.bigInt({ min: 1n, max: 200n }),
  fc.bigInt({ min: 1n, max: 2n ** 64n }),
  fc.bigInt({ min: 1n, max: 2n ** 700n }),
);

describe('logRatio at P bits holds logRatio at 4P bits', () => {
  it.each([14, 16, 24, 64, 128, 200, 512])('for random ratios at %i bits', (bits) => {
    fc.assert(
      fc.property(positive, positive, (num, den) => expectContainment(num, den, bits)),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each([4, 8, 12, 16])('for every number of %i bits', (bits) => {
    const one = 1n << BigInt(bits);
    for (let x = one; x < 2n * one; x += bits > 12 ? 7n : 1n) expectContainment(x, one, bits);
  });

  it.each([7, 14])('on the grid points 1 + j/2^%i and one ulp beside them', (grid) => {
    for (const bits of [64, 128]) {
      const one = 1n << BigInt(bits);
      for (let j = 0n; j <= 128n; j += 1n) {
        const point = one + (j << BigInt(bits - grid));
        for (const x of [point - 1n, point, point + 1n]) expectContainment(x, one, bits);
      }
    }
  });

  it('at powers of two, their reciprocals and their neighbours', () => {
    for (const k of [1n, 2n, 10n, 63n, 64n, 1000n, 5000n]) {
      for (const x of [2n ** k - 1n, 2n ** k, 2n ** k + 1n]) {
        expectContainment(x, 1n, 96);
        expectContainment(1n, x, 96);
      }
    }
  });

  it('near 1, at every distance 2^−k on both sides', () => {
    for (let k = 1n; k <= 400n; k += 13n) {
      expectContainment(2n ** k + 1n, 2n ** k, 128);
      expectContainment(2n ** k - 1n, 2n ** k, 128);
    }
  });

  it('for numbers of 30,000 digits', () => {
    expectContainment(10n ** 30_000n + 1n, 7n, 192);
    expectContainment(7n, 10n ** 30_000n + 1n, 192);
  });
});

describe('logRatio', () => {
  it('holds the logarithm by the plain series', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (num, den) => {
        const { lo, hi } = logBounds(Rational.of(num, den), 60);
        const enclosure = logRatio(num, den, 100);
        expect(fixedHolds(enclosure, 100, lo) && fixedHolds(enclosure, 100, hi)).toBe(true);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('holds log 2 and log 10 as published, to 119 digits', () => {
    const two =
      '.69314718055994530941723212145817656807550013436025525412068000949339362196969471560586332699641868754200148102057068573';
    const ten =
      '2.3025850929940456840179914546843642076011014886287729760333279009675726096773524802359972050895982983419677840422862';
    expect(fixedHolds(logRatio(2n, 1n, 370), 370, Rational.parse(two))).toBe(true);
    expect(fixedHolds(logRatio(10n, 1n, 370), 370, Rational.parse(ten))).toBe(true);
  });

  it('starts at 0 exactly for log 1', () => {
    expect(logRatio(5n, 5n, 128).lo).toBe(0n);
  });

  it('is as narrow for 2^−k as for 2^k', () => {
    for (const k of [1n, 2n, 7n, 64n, 1000n]) {
      const [up, down] = [logRatio(2n ** k, 1n, 128), logRatio(1n, 2n ** k, 128)];
      expect(down.hi - down.lo).toBe(up.hi - up.lo);
    }
  });

  it('depends on the ratio only', () => {
    expect(logRatio(21n, 35n, 128)).toEqual(logRatio(3n, 5n, 128));
  });

  it('turns products into sums: log(ab) overlaps log a + log b', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [x, y, xy] = [logRatio(a, 1n, 128), logRatio(b, 1n, 128), logRatio(a * b, 1n, 128)];
        expect(xy.lo <= x.hi + y.hi && x.lo + y.lo <= xy.hi).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('turns reciprocals into opposites: log(b/a) overlaps −log(a/b)', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const [x, y] = [logRatio(a, b, 128), logRatio(b, a, 128)];
        expect(y.lo <= -x.lo && -x.hi <= y.hi).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each([64, 128, 256, 1024, 4096])('is no wider than documented at %i bits', (bits) => {
    for (let j = 0n; j < 128n; j += 1n) {
      const num = 128_003n + 1000n * j;
      const { lo, hi } = logRatio(num, 128_000n, bits);
      expect(hi - lo <= 64n * BigInt(bits)).toBe(true);
      const far = logRatio(num << 1000n, 128_000n, bits);
      expect(far.hi - far.lo <= 64n * BigInt(bits) + 4000n * BigInt(bits)).toBe(true);
    }
  });
});

describe('bitsNearOne', () => {
  it('makes up for what log loses near 1: |num/den − 1| is at least 2^−(bits)', () => {
    fc.assert(
      fc.property(positive, positive, (num, den) => {
        fc.pre(num !== den);
        const distance = num > den ? num - den : den - num;
        expect(distance << BigInt(bitsNearOne(num, den)) >= den).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
    expect(bitsNearOne(5n, 5n)).toBe(0);
    expect(bitsNearOne(1000n, 1n)).toBe(0);
    expect(bitsNearOne(2n ** 90n + 1n, 2n ** 90n)).toBe(bitLength(2n ** 90n));
  });
});
