/** What the kernel in C gets from whoever calls it: the tables of its elementary functions, and the constants of one n. */
import { expSmall } from '../../src/arithmetic/fixed-exp.ts';
import { logRatio } from '../../src/arithmetic/fixed-point.ts';
import { formulaKernel } from '../../src/kernels/formula.ts';
import { gapSeries } from '../../src/kernels/gap-series.ts';

const BITS = 160;
const INTERVALS = 256;
const LN2 = logRatio(2n, 1n, BITS).lo;
const STEP = LN2 >> 6n;
/** The step of the exponentials' table in two parts, the first of 36 bits. */
const HEAD = (STEP >> BigInt(BITS - 42)) << BigInt(BITS - 42);

function nearest(value: bigint): number {
  return Number(value) / 2 ** BITS;
}

/** The tables of bench/peers/elementary.h in the order in which bench/wasm/gap.c reads them. */
export function elementaryTables(): Float64Array {
  const logs = Array.from({ length: INTERVALS }, (_, j) => {
    const c = Math.round((512 * INTERVALS) / (INTERVALS + j + 0.5));
    return [
      c / 512,
      -nearest(logRatio(512n, BigInt(c), BITS).lo),
      c === 256 ? 0 : nearest(logRatio(BigInt(c), 256n, BITS).lo),
    ];
  });
  const exponentials = Array.from({ length: 64 }, (_, j) => nearest(expSmall(STEP * BigInt(64 - j), BITS).lo) / 2);
  return Float64Array.from([
    ...logs.flat(),
    ...exponentials,
    nearest(LN2),
    nearest(HEAD),
    nearest(STEP - HEAD),
    1 / nearest(STEP),
  ]);
}

/** The coefficients of the series, and D̃_n. */
export function constantsOf(n: number): Float64Array {
  const { hi, lo, error } = formulaKernel(n);
  return Float64Array.from([...gapSeries(n).coefficients, hi, lo, error]);
}
