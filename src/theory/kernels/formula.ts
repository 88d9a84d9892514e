import type { Approximation } from '../../arithmetic/approximation.ts';
import { LOG_ERROR, log } from '../../arithmetic/dd-log.ts';
import { ADD_ERROR, QUOTIENT_ERROR, quotient, REGISTERS, subtract, U2 } from '../../arithmetic/double-double.ts';

const R = new Float64Array(REGISTERS);

/** D̃_n = log n − (n−1)/n. Error: LOG_ERROR·(1 + log n), QUOTIENT_ERROR·1 and ADD_ERROR·D̃_n; 1 to spare. */
export function formulaKernel(n: number): Approximation {
  R[0] = n;
  R[1] = 0;
  log(R, 2, 0);
  quotient(R, 4, n - 1, n);
  subtract(R, 6, 2, 4);
  const units = (LOG_ERROR + ADD_ERROR) * (1 + (R[2] as number)) + QUOTIENT_ERROR + 1;
  return { hi: R[6] as number, lo: R[7] as number, error: units * U2 };
}
