/** x^n with a mantissa of `bits` bits, always too small: for powers whose exact integers would not fit anywhere. */
import { type Dyadic, lengthOf } from './dyadic.ts';

/** x^n for x ≥ 0 from the top bit of n down; x·2^−e itself is not cut. Relative error below 2n·2^(1 − bits). */
export function powerOf({ m, e }: Dyadic, n: number, bits: number): Dyadic {
  let power = { m: 1n, e: 0 };
  for (const digit of n.toString(2)) {
    power = cut(power.m * power.m, 2 * power.e, bits);
    if (digit === '1') power = cut(power.m * m, power.e + e, bits);
  }
  return power;
}

function cut(m: bigint, e: number, bits: number): Dyadic {
  if (m === 0n) return { m, e: 0 };
  const excess = lengthOf(m) - bits;
  return excess > 0 ? { m: m >> BigInt(excess), e: e + excess } : { m, e };
}
