/** The bits of one decimal digit: log₂ 10, rounded up. */
const BITS_PER_DIGIT = 3.322;

/** Precisions are multiples of this, and large ones of more, so that few different precisions need tables of constants. */
const STEP = 64;

/**
 * The bits of a fixed-point number for `digits` decimal digits and `guardBits` more, rounded up to a multiple of 64. From 1024 bits on,
 * the multiples are of the power of two that is between a sixteenth and an eighth of them. No guarantee depends on it: a field encloses at
 * any precision. With too few bits its enclosures are wide, not wrong.
 */
export function workingBits(digits: number, guardBits: number): number {
  const bits = digits * BITS_PER_DIGIT + guardBits;
  // 31 − clz32 is the exponent of the leading bit.
  const step = Math.max(STEP, 2 ** (31 - Math.clz32(bits) - 3));
  return Math.ceil(bits / step) * step;
}

/** The decimal digits that hold this many bits. They affect only widths, as above. */
export function digitsFor(bits: number): number {
  return Math.ceil(bits / BITS_PER_DIGIT);
}
