import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcd } from '../../src/arithmetic/bigint.ts';
import { coprimeBase, exponents } from '../../src/arithmetic/coprime-base.ts';
import { SEED } from './arbitraries.ts';

const prime = fc.constantFrom(2n, 3n, 5n, 53n, 59n, 61n, 2n ** 89n - 1n, 2n ** 127n - 1n);
/** Numbers that share factors: products of the same few primes. */
const composite = fc.array(prime, { maxLength: 5 }).map((factors) => factors.reduce((a, b) => a * b, 1n));
const numbers = fc.array(fc.oneof(composite, fc.bigInt({ min: 1n, max: 10n ** 12n })), { maxLength: 8 });

function product(powers: ReadonlyMap<bigint, bigint>): bigint {
  return [...powers].reduce((all, [b, exponent]) => all * b ** exponent, 1n);
}

describe('coprimeBase', () => {
  it('has pairwise coprime elements above 1', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const base = coprimeBase(list);
        for (const [i, a] of base.entries()) {
          expect(a > 1n).toBe(true);
          for (const b of base.slice(i + 1)) expect(gcd(a, b)).toBe(1n);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('makes every input a product of powers of its elements', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const base = coprimeBase(list);
        for (const m of list) expect(product(exponents(m, base))).toBe(m);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('does not depend on the order of its inputs as a set', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const sorted = (base: bigint[]): bigint[] => base.toSorted((a, b) => (a < b ? -1 : 1));
        expect(sorted(coprimeBase(list.toReversed()))).toEqual(sorted(coprimeBase(list)));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('splits what gcds can split, without factoring', () => {
    const [p, q, r] = [2n ** 89n - 1n, 2n ** 107n - 1n, 2n ** 127n - 1n];
    const base = coprimeBase([p * q, q * r]);
    expect(new Set(base.slice(-3))).toEqual(new Set([p, q, r]));
    expect(coprimeBase([p * q]).at(-1)).toBe(p * q);
  });

  it('knows the primes below 50 without being told', () => {
    const known = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n];
    expect(coprimeBase([])).toEqual(known);
    expect(coprimeBase([1n, 2n ** 60n * 47n])).toEqual(known);
  });
});

describe('exponents', () => {
  it('counts how often each element divides, and leaves out those that do not', () => {
    expect(exponents(360n, [2n, 3n, 5n, 7n])).toEqual(
      new Map([
        [2n, 3n],
        [3n, 2n],
        [5n, 1n],
      ]),
    );
    expect(exponents(1n, [2n, 3n]).size).toBe(0);
    expect(exponents(7n, [2n, 3n, 7n])).toEqual(new Map([[7n, 1n]]));
  });
});
