import { FinitePolicy } from '../../src/policy/finite-policy.ts';
import { BestOfN } from '../../src/quantities/best-of-n.ts';

/** The given part of an instance. The values follow from it. */
export interface Problem {
  readonly name: string;
  readonly weights: readonly bigint[];
  /** Reward levels from 0, nondecreasing. */
  readonly ranks: readonly number[];
  readonly ties: 'level' | 'order';
  readonly n: number;
}

/** The project's quantities of an instance. A common factor of the weights changes neither p nor π. */
export function quantitiesOf({ weights, ranks, ties, n }: Problem): BestOfN {
  return new BestOfN(FinitePolicy.fromRanked(weights, ranks, { ties }), n);
}
