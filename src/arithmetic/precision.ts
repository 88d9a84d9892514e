/** The bits of one decimal digit, log₂ 10, a little more than it is. */
const BITS_PER_DIGIT = 3.322;

/** Precisions are multiples of this, so that few of them share the tables of constants. */
const STEP = 64;

/**
 * Bits of a fixed-point number for so many decimal digits and so many guard bits beyond them, rounded up to a multiple of 64.
 * No guarantee rests on it: a field encloses at any precision, and with too few bits its enclosures are wide, not wrong.
 */
export function workingBits(digits: number, guardBits: number): number {
  return Math.ceil((digits * BITS_PER_DIGIT + guardBits) / STEP) * STEP;
}

/** Decimal digits that hold so many bits. For widths only, as above. */
export function digitsFor(bits: number): number {
  return Math.ceil(bits / BITS_PER_DIGIT);
}
