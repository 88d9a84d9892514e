/** Integer helpers that BigInt lacks. All are exact. */

const NIBBLE_BITS = [0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4];

export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

const BITS = new Float64Array(1);
const WORDS = new Uint32Array(BITS.buffer);
const TOP = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Number of binary digits of |a|; 0 for 0. Below 2^1000 from the exponent of the nearest double, corrected where it was rounded up. */
export function bitLength(a: bigint): number {
  const size = abs(a);
  const near = Number(size);
  if (near < 2 ** 53) return near === 0 ? 0 : exponentOf(near) + 1;
  if (near < 2 ** 1000) {
    const exponent = exponentOf(near);
    return near === 2 ** exponent && size >> BigInt(exponent) === 0n ? exponent : exponent + 1;
  }
  const hex = size.toString(16);
  return (hex.length - 1) * 4 + (NIBBLE_BITS[Number.parseInt(hex.charAt(0), 16)] ?? 0);
}

function exponentOf(x: number): number {
  BITS[0] = x;
  return ((WORDS[TOP] as number) >>> 20) - 1023;
}

const TWO_53 = 2n ** 53n;

/**
 * Greatest common divisor, nonnegative; gcd(0, 0) = 0. Euclid's algorithm: of large integers by Lehmer's steps, which are several divisions
 * each, and in doubles, which are faster, once they fit.
 */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  if (x < y) [x, y] = [y, x];
  while (y >= TWO_53) [x, y] = lehmerStep(x, y) ?? [y, x % y];
  if (y === 0n) return x;
  let larger = Number(y);
  let smaller = Number(x % y);
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return BigInt(larger);
}

/** So many leading bits that a quotient of doubles, rounded down, is that of the integers. */
const LEHMER_BITS = 50;

/**
 * As many of Euclid's divisions of x ≥ y as the leading digits of both decide; null where they decide none. A step is two combinations of x
 * and y with the determinant ±1, which keep the divisor whatever the digits were. Source: Knuth, TAOCP 4.5.2, algorithm L.
 */
function lehmerStep(x: bigint, y: bigint): [bigint, bigint] | null {
  const shift = BigInt(bitLength(x) - LEHMER_BITS);
  let [u, v] = [Number(x >> shift), Number(y >> shift)];
  let [a, b, c, d] = [1, 0, 0, 1];
  while (v + c !== 0 && v + d !== 0) {
    const quotient = Math.floor((u + a) / (v + c));
    if (quotient !== Math.floor((u + b) / (v + d))) break;
    [a, c] = [c, a - quotient * c];
    [b, d] = [d, b - quotient * d];
    [u, v] = [v, u - quotient * v];
  }
  if (b === 0) return null;
  const [p, q, r, s] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
  return [p * x + q * y, r * x + s * y];
}

export function lcm(a: bigint, b: bigint): bigint {
  return a === 0n || b === 0n ? 0n : abs(a / gcd(a, b)) * abs(b);
}

export function sumOf(list: readonly bigint[]): bigint {
  return list.reduce((sum, a) => sum + a, 0n);
}

/** Quotient rounded towards −∞. The divisor must be positive. */
export function floorDiv(a: bigint, b: bigint): bigint {
  // `/` rounds towards 0. One division suffices.
  return a >= 0n ? a / b : -((b - 1n - a) / b);
}

/** Quotient rounded towards +∞. The divisor must be positive. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  return a > 0n ? (a + b - 1n) / b : a / b;
}

/** ⌊√a⌋ for a ≥ 0, by Newton's method from above. It starts from the root of the leading digits in doubles. */
export function floorSqrt(a: bigint): bigint {
  if (a < 2n) return a;
  const half = BigInt(Math.max(0, bitLength(a) - LEADING_BITS + 1) >> 1);
  let root = (BigInt(Math.ceil(Math.sqrt(Number(a >> (2n * half))))) + 1n) << half;
  for (;;) {
    const next = (root + a / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** Integers of this many bits are exact in doubles. */
const LEADING_BITS = 53;
