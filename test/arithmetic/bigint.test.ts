import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abs, bitLength, ceilDiv, floorDiv, floorSqrt, gcd, lcm, sumOf } from '../../src/arithmetic/bigint.ts';
import { SEED } from './arbitraries.ts';

const integer = fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n });
const small = fc.bigInt({ min: -40n, max: 40n });
const positive = fc.bigInt({ min: 1n, max: 2n ** 100n });

describe('bitLength', () => {
  it('is 0 for 0 and counts the binary digits of small numbers', () => {
    for (let a = 0n; a < 600n; a += 1n) {
      expect(bitLength(a)).toBe(a === 0n ? 0 : a.toString(2).length);
      expect(bitLength(-a)).toBe(bitLength(a));
    }
  });

  it('steps by one at every power of two', () => {
    for (let k = 1; k < 1100; k += 1) {
      expect(bitLength(2n ** BigInt(k) - 1n)).toBe(k);
      expect(bitLength(2n ** BigInt(k))).toBe(k + 1);
    }
  });
});

describe('gcd and lcm', () => {
  it('have the values of the definition where all divisors can be tried', () => {
    for (let a = -24n; a <= 24n; a += 1n) {
      for (let b = -24n; b <= 24n; b += 1n) {
        let divisor = 0n;
        for (let d = 1n; d <= 24n; d += 1n) if (a % d === 0n && b % d === 0n && (a !== 0n || b !== 0n)) divisor = d;
        expect(gcd(a, b)).toBe(divisor);
      }
    }
  });

  it('are 0 with 0 as the rules of divisibility say', () => {
    expect(gcd(0n, 0n)).toBe(0n);
    expect(gcd(0n, -6n)).toBe(6n);
    expect(lcm(0n, 5n)).toBe(0n);
    expect(lcm(-4n, 0n)).toBe(0n);
  });

  it('multiply to |ab|, and the gcd divides both while the lcm is a multiple of both', () => {
    fc.assert(
      fc.property(fc.oneof(integer, small), fc.oneof(integer, small), (a, b) => {
        fc.pre(a !== 0n && b !== 0n);
        const [d, m] = [gcd(a, b), lcm(a, b)];
        expect(d > 0n && m > 0n).toBe(true);
        expect(d * m).toBe(abs(a * b));
        expect([a % d, b % d, m % a, m % b]).toEqual([0n, 0n, 0n, 0n]);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('are those of Euclid for thousands of bits, of Fibonacci numbers, and where one is far larger', () => {
    const large = fc.bigInt({ min: 1n, max: 2n ** 4000n });
    const fibonacci = (k: number): bigint => {
      let [a, b] = [0n, 1n];
      for (let i = 0; i < k; i += 1) [a, b] = [b, a + b];
      return a;
    };
    const euclid = (a: bigint, b: bigint): bigint => {
      while (b !== 0n) [a, b] = [b, a % b];
      return a;
    };
    fc.assert(
      fc.property(large, large, fc.oneof(large, positive), (a, b, d) => {
        expect(gcd(a * d, b * d)).toBe(euclid(a * d, b * d));
        expect(gcd(a * d + 1n, d)).toBe(1n);
        expect(gcd(d, a * d)).toBe(d);
      }),
      { seed: SEED, numRuns: 200 },
    );
    for (let k = 60; k < 2000; k += 60) {
      expect(gcd(fibonacci(k + 1), fibonacci(k))).toBe(1n);
      expect(gcd(fibonacci(2 * k), fibonacci(k))).toBe(fibonacci(k));
    }
  });

  it('leave nothing in common after division by the gcd', () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        fc.pre(a !== 0n || b !== 0n);
        const d = gcd(a, b);
        expect(gcd(a / d, b / d)).toBe(1n);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('sumOf', () => {
  it('adds, and is 0 of nothing', () => {
    expect([sumOf([]), sumOf([7n]), sumOf([1n, -2n, 2n ** 70n])]).toEqual([0n, 7n, 2n ** 70n - 1n]);
  });
});

describe('floorDiv and ceilDiv', () => {
  it('round towards −∞ and +∞ for either sign', () => {
    expect([floorDiv(7n, 2n), floorDiv(-7n, 2n), floorDiv(-8n, 2n), floorDiv(0n, 3n)]).toEqual([3n, -4n, -4n, 0n]);
    expect([ceilDiv(7n, 2n), ceilDiv(-7n, 2n), ceilDiv(8n, 2n), ceilDiv(0n, 3n)]).toEqual([4n, -3n, 4n, 0n]);
  });

  it('bracket the quotient by less than 1', () => {
    fc.assert(
      fc.property(fc.oneof(integer, small), fc.oneof(positive, fc.bigInt({ min: 1n, max: 9n })), (a, b) => {
        const [below, above] = [floorDiv(a, b), ceilDiv(a, b)];
        expect(below * b <= a && a < (below + 1n) * b).toBe(true);
        expect((above - 1n) * b < a && a <= above * b).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('floorSqrt', () => {
  it('is the largest integer whose square is not above, for small, large and square numbers', () => {
    const isRoot = (a: bigint): boolean => floorSqrt(a) ** 2n <= a && (floorSqrt(a) + 1n) ** 2n > a;
    for (let a = 0n; a < 2000n; a += 1n) expect(isRoot(a), `${a}`).toBe(true);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 1500n }), fc.bigInt({ min: -1n, max: 1n }), (root, off) => {
        expect(isRoot(root)).toBe(true);
        if (root > 0n) expect(isRoot(root * root + off)).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
