/** The bits of one decimal digit: log₂ 10, rounded up. */
const BITS_PER_DIGIT = 3.322;

/** Precisions are multiples of this, so that few different precisions need tables of constants. */
const STEP = 64;

/**
 * The bits of a fixed-point number for `digits` decimal digits and `guardBits` more, rounded up to a multiple of 64. No guarantee depends
 * on it: a field encloses at any precision. With too few bits its enclosures are wide, not wrong.
 */
export function workingBits(digits: number, guardBits: number): number {
  return Math.ceil((digits * BITS_PER_DIGIT + guardBits) / STEP) * STEP;
}

/** The decimal digits that hold this many bits. They affect only widths, as above. */
export function digitsFor(bits: number): number {
  return Math.ceil(bits / BITS_PER_DIGIT);
}
