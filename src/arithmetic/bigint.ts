/** Integer helpers that BigInt lacks. All are exact. */

const NIBBLE_BITS = [0, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4];

export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/** Number of binary digits of |a|; 0 for 0. */
export function bitLength(a: bigint): number {
  const hex = abs(a).toString(16);
  return hex === '0' ? 0 : (hex.length - 1) * 4 + (NIBBLE_BITS[Number.parseInt(hex.charAt(0), 16)] ?? 0);
}

/** Greatest common divisor, nonnegative; gcd(0, 0) = 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = abs(a);
  let y = abs(b);
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

export function lcm(a: bigint, b: bigint): bigint {
  return a === 0n || b === 0n ? 0n : abs(a / gcd(a, b)) * abs(b);
}

/** Quotient rounded towards −∞. The divisor must be positive. */
export function floorDiv(a: bigint, b: bigint): bigint {
  const q = a / b;
  return a % b < 0n ? q - 1n : q;
}

/** Quotient rounded towards +∞. The divisor must be positive. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  return -floorDiv(-a, b);
}
