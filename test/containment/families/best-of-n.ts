/** The exact tier at 40 digits against the definitions at 384 bits: two ways to the numbers that judge the kernels. */
import type { Real } from '../../../src/arithmetic/real.ts';
import { FinitePolicy } from '../../../src/policy/finite-policy.ts';
import { BestOfN } from '../../../src/quantities/best-of-n.ts';
import { overlapOfDecimals } from '../decimals.ts';
import { drawn, type Family } from '../family.ts';
import { drawInstance, showInstance } from '../policies.ts';
import * as reference from '../reference/policy.ts';

const DIGITS = 40;

type Instance = reference.Instance;

function family(name: string, real: (q: BestOfN) => Real, exact: (instance: Instance) => bigint): Family {
  return drawn({
    name: `BestOfN: ${name} at ${DIGITS} digits`,
    bound: 'BestOfN’s enclosure',
    closed: true,
    draw: drawInstance,
    share: (instance) => {
      const interval = real(new BestOfN(FinitePolicy.fromWeights(instance.weights), instance.n)).enclose(DIGITS);
      const value = exact(instance);
      const error = value === 0n ? 0n : reference.ERROR;
      return overlapOfDecimals(interval, value - error, value + error, 1n << BigInt(reference.BITS));
    },
    show: showInstance,
    slow: 768,
    fast: 128,
  });
}

export const bestOfN: Family[] = [
  family('kl', (q) => q.kl, reference.kl),
  family('winRate', (q) => q.winRate, reference.winRate),
  family('estimatorMean', (q) => q.estimatorMean, reference.estimatorMean),
  family('gap', (q) => q.gap, reference.gap),
];
