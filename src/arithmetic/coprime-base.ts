import { gcd } from './bigint.ts';

/** Every base contains these, so that numbers with small factors are written with them: log 12 as 2 log 2 + log 3. */
const SMALL_PRIMES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n];
/** One gcd with it tells which of them divide a number. */
const PRIMORIAL = SMALL_PRIMES.reduce((a, b) => a * b);

/**
 * Pairwise coprime integers > 1 such that each given positive integer is a product of their powers. It uses gcds and no factoring: a common
 * factor g of a base element b and a new m splits both into g, b/g and m/g, whose product is smaller.
 */
export function coprimeBase(numbers: Iterable<bigint>): bigint[] {
  const base = [...SMALL_PRIMES];
  const pending = [...numbers];
  for (let given = pending.pop(); given !== undefined; given = pending.pop()) {
    const m = withoutSmallPrimes(given);
    if (m === 1n) continue;
    let free = true;
    for (let i = SMALL_PRIMES.length; i < base.length && free; i += 1) {
      const b = base[i] as bigint;
      const g = gcd(m, b);
      if (g === 1n) continue;
      free = false;
      if (g === b) {
        pending.push(m / g);
      } else {
        base.splice(i, 1);
        pending.push(g, b / g, m / g);
      }
    }
    if (free) base.push(m);
  }
  return base;
}

function withoutSmallPrimes(m: bigint): bigint {
  let rest = m;
  for (let common = gcd(rest, PRIMORIAL); common !== 1n; common = gcd(rest, common)) rest /= common;
  return rest;
}

/** Exponents of m over a base that contains its factors. */
export function exponents(m: bigint, base: readonly bigint[]): Map<bigint, bigint> {
  const found = new Map<bigint, bigint>();
  let rest = m;
  for (const b of base) {
    if (rest === 1n) break;
    let exponent = 0n;
    while (rest !== 1n && rest % b === 0n) {
      rest /= b;
      exponent += 1n;
    }
    if (exponent > 0n) found.set(b, exponent);
  }
  return found;
}
