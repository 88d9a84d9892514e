import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../quantities/best-of-n.ts';

/** The quantities that a program may be asked for, named as in the test vectors. */
export const QUANTITIES = {
  kl: (q) => q.kl,
  formula: (q) => q.atomlessKl,
  gap: (q) => q.gap,
  winRate: (q) => q.winRate,
  winRateBound: (q) => q.winRateBound,
  estimatorMean: (q) => q.estimatorMean,
  estimatorBest: (q) => q.estimatorBest,
  renyi2: (q) => q.renyi(2),
  renyi3: (q) => q.renyi(3),
} as const satisfies Record<string, (q: BestOfN) => Real>;

export type QuantityName = keyof typeof QUANTITIES;

export const QUANTITY_NAMES = Object.keys(QUANTITIES) as readonly QuantityName[];

/** Those that are functions of n alone, without a sum over outcomes. */
export const CLOSED: ReadonlySet<QuantityName> = new Set(['formula', 'winRateBound']);

/** Those that are numbers of nats. */
export const IN_NATS: readonly QuantityName[] = QUANTITY_NAMES.filter(
  (name) => name !== 'winRate' && name !== 'winRateBound',
);
