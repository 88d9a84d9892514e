import { bitLength } from '../arithmetic/bigint.ts';
import type { Rational } from '../arithmetic/rational.ts';

/** Size rule: exact forms are computed where total^n has at most this many bits … */
export const EXACT_OPERAND_BITS = 10_000;
/** … and all operands together have at most this many. */
export const EXACT_TOTAL_BITS = 50_000;

/** The factor by which continuous parts increase the number of logarithms in exact forms. */
export const CONTINUOUS_PART_TERMS = 20;

/** Whether `terms` copies of base^n are within the size rule; false where n is not an integer. */
export function isSmallPower(base: bigint, { num, den }: Rational, terms = 1): boolean {
  if (den !== 1n) return false;
  const operand = Number(num) * bitLength(base);
  return operand <= EXACT_OPERAND_BITS && operand * terms <= EXACT_TOTAL_BITS;
}
