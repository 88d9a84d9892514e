import type { Approximation } from '../arithmetic/approximation.ts';
import { LOG_ERROR, log } from '../arithmetic/dd-log.ts';
import { ADD_ERROR, DIVIDE_ERROR, divide, REGISTERS, set, subtract, U2 } from '../arithmetic/double-double.ts';

const R = new Float64Array(REGISTERS);
const [N, OTHERS, LOG, SHARE, FORMULA] = [0, 2, 4, 6, 8] as const;

/** D̃_n = log n − (n−1)/n. Error: LOG_ERROR·(1 + log n) + DIVIDE_ERROR·1 + ADD_ERROR·D̃_n, and 1 to spare. */
export function formulaKernel(n: number): Approximation {
  set(R, N, n);
  set(R, OTHERS, n - 1);
  log(R, LOG, N);
  divide(R, SHARE, OTHERS, N);
  subtract(R, FORMULA, LOG, SHARE);
  const units = (LOG_ERROR + ADD_ERROR) * (1 + (R[LOG] as number)) + DIVIDE_ERROR + 1;
  return { hi: R[FORMULA] as number, lo: R[FORMULA + 1] as number, error: units * U2 };
}
