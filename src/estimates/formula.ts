import { formulaKernel } from '../kernels/formula.ts';

/** D̃_n = log n − (n−1)/n in nats, for an integer n ≥ 1. Guarantee: a double, correct up to the rounding of its last digit. */
export function formula(n: number): number {
  return n === 1 ? 0 : formulaKernel(n).hi;
}
