import { bitLength } from '../arithmetic/bigint.ts';
import type { Rational } from '../arithmetic/rational.ts';

/** Size rule: exact forms are worked out while total^n has fewer bits than this … */
export const EXACT_OPERAND_BITS = 10_000;
/** … and all operands together have fewer than this. */
export const EXACT_TOTAL_BITS = 50_000;

/** Stretches fill exact forms with so many more logarithms. */
export const STRETCH_TERMS = 20;

/** Whether base^n, as often as there are terms, is within the size rule. It never is for an n that is no integer. */
export function isSmallPower(base: bigint, { num, den }: Rational, terms = 1): boolean {
  if (den !== 1n) return false;
  const operand = Number(num) * bitLength(base);
  return operand <= EXACT_OPERAND_BITS && operand * terms <= EXACT_TOTAL_BITS;
}
