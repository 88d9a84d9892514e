import fc from 'fast-check';
import { expect, it } from 'vitest';
import { logFixed } from '../../src/arithmetic/fixed-point.ts';

const SPARE = 64;

/**
 * log x = 2 atanh s with s = (x−1)/(x+1) ≤ 1/3, term by term: a second way, without tables, splitting or reduction. With bits to spare, its
 * floors and its tail are below an ulp.
 */
function bySeries(x: bigint, bits: number): bigint {
  const width = BigInt(bits + SPARE);
  const one = 1n << BigInt(bits);
  const s = ((x - one) << width) / (x + one);
  const square = (s * s) >> width;
  let sum = 0n;
  let power = s;
  for (let odd = 1n; power > 0n; odd += 2n) {
    sum += power / odd;
    power = (power * square) >> width;
  }
  return (2n * sum) >> BigInt(SPARE);
}

/** Numbers in [1, 2): anywhere, beside the grids of the tables, and beside 1. */
function mantissas(bits: number): fc.Arbitrary<bigint> {
  const one = 1n << BigInt(bits);
  const near = fc
    .tuple(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 0, max: 1 }), fc.bigInt({ min: 0n, max: 1n << 40n }))
    .map(([i, grid, above]) => one + (BigInt(i) << BigInt(bits - (grid === 0 ? 7 : 14))) + above);
  return fc.oneof(fc.bigInt({ min: one, max: 2n * one - 1n }), near);
}

it.each([960, 1023, 1024, 1088, 2048, 4608])('a logarithm of %i bits holds that by its series, narrowly', (bits) => {
  fc.assert(
    fc.property(mantissas(bits), (x) => {
      const { lo, hi } = logFixed(x, bits);
      const other = bySeries(x, bits);
      expect(lo <= other + 1n && other <= hi).toBe(true);
      expect(hi - lo < BigInt(64 * bits)).toBe(true);
    }),
    { seed: 1024, numRuns: 40 },
  );
});
