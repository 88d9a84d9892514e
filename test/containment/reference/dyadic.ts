/**
 * Numbers m·2^e with a BigInt m: sums, differences and products of doubles without rounding. Written anew and not taken from
 * `Rational`, so that a slip there cannot hide one in the arithmetic under test.
 */
export interface Dyadic {
  readonly m: bigint;
  readonly e: number;
}

const VIEW = new DataView(new ArrayBuffer(8));

/** The exact value of a finite double. */
export function dyadic(x: number): Dyadic {
  VIEW.setFloat64(0, x);
  const high = VIEW.getUint32(0);
  const field = (high >>> 20) & 0x7ff;
  if (field === 0x7ff) throw new RangeError(`${x} is no finite number`);
  const top = (high & 0xfffff) + (field === 0 ? 0 : 0x100000);
  const size = BigInt(top * 2 ** 32 + VIEW.getUint32(4));
  return { m: x < 0 ? -size : size, e: Math.max(field, 1) - 1075 };
}

/** hi + lo. */
export function sumOf(hi: number, lo: number): Dyadic {
  return plus(dyadic(hi), dyadic(lo));
}

export function plus(a: Dyadic, b: Dyadic): Dyadic {
  if (a.m === 0n) return b;
  if (b.m === 0n) return a;
  return a.e <= b.e ? { m: a.m + (b.m << BigInt(b.e - a.e)), e: a.e } : { m: (a.m << BigInt(a.e - b.e)) + b.m, e: b.e };
}

export function minus(a: Dyadic, b: Dyadic): Dyadic {
  return plus(a, { m: -b.m, e: b.e });
}

export function times(a: Dyadic, b: Dyadic): Dyadic {
  return { m: a.m * b.m, e: a.e + b.e };
}

export function size(a: Dyadic): Dyadic {
  return a.m < 0n ? { m: -a.m, e: a.e } : a;
}

/** ⌊a·2^bits⌋ */
export function floorAt(a: Dyadic, bits: number): bigint {
  const shift = a.e + bits;
  return shift >= 0 ? a.m << BigInt(shift) : a.m >> BigInt(-shift);
}

/** Number of binary digits of a > 0. */
export function lengthOf(a: bigint): number {
  const hex = a.toString(16);
  return 4 * hex.length - Math.clz32(Number.parseInt(hex[0] as string, 16)) + 28;
}

const RESOLUTION = 40n;

/** a/b for a ≥ 0, as `quotientUp` has it; infinite where b is no bound at all. */
export function ratio(a: Dyadic, b: Dyadic): number {
  if (b.m <= 0n) return a.m === 0n && b.m === 0n ? 0 : Number.POSITIVE_INFINITY;
  if (a.m === 0n) return 0;
  // Exponents may be too far apart to be written out.
  const orders = a.e + lengthOf(a.m) - b.e - lengthOf(b.m);
  if (Math.abs(orders) > 60) return orders < 0 ? 2 ** -40 : 4096;
  const shift = BigInt(a.e - b.e);
  const top = shift >= 0n ? a.m << shift : a.m;
  const bottom = shift >= 0n ? b.m : b.m << -shift;
  return quotientUp(top, bottom);
}

/** An upper bound of top/bottom, top ≥ 0, by at most 2^−40, and below 1 exactly where it should be. Beyond 2^12 it is only said to be large. */
export function quotientUp(top: bigint, bottom: bigint): number {
  if (bottom <= 0n) return top === 0n && bottom === 0n ? 0 : Number.POSITIVE_INFINITY;
  const quotient = (top << RESOLUTION) / bottom;
  if (quotient === 0n) return top === 0n ? 0 : 2 ** -40;
  if (quotient >> 52n > 0n) return 4096;
  const above = (Number(quotient) + 1) / 2 ** 40;
  return top < bottom ? Math.min(above, 1 - 2 ** -40) : above;
}
