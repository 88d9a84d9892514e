import type { Instance } from '../claims/instance.ts';
import type { QuantityName } from './quantities.ts';

/** One line for the program: the instance under a number that its answer repeats. */
export interface Request {
  readonly id: number;
  readonly instance: Instance;
  /** The doubles to send instead of weights; null for weights. */
  readonly probabilities: readonly number[] | null;
}

/** The line of a request. Weights are strings, which no JSON reader rounds. */
export function lineOf({ id, instance, probabilities }: Request, want: readonly QuantityName[]): string {
  const { weights, ranks, n, ties = 'level' } = instance;
  const policy = probabilities ? { probabilities } : { weights: weights.map(String) };
  return `${JSON.stringify({ id, ...policy, ranks, n, ties, want })}\n`;
}
