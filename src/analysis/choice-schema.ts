import { z } from 'zod';
import { analysisSchema } from './schema.ts';

/** The answer for one budget or target. */
const answer = z.strictObject({
  measure: z.enum(['kl', 'winRate', 'reward', 'accuracy']),
  /** The budget of KL in nats, or the target. */
  value: z.number(),
  /** What the formulas give: the largest n with log n − (n−1)/n ≤ the budget, or the least n with n/(n+1) ≥ the win rate. Null for rewards. */
  byFormula: z.int().nullable(),
  /** The n to use: the largest that is shown to be within the budget, or the least that is shown to reach the target. Null where none is shown. */
  chosen: z.int().nullable(),
  /** The least n that is shown to exceed the budget, or the largest that is shown to miss the target. Null where none is shown. */
  excluded: z.int().nullable(),
  /** The n by the estimates, without regard to chance. Null where the samples give none. */
  estimate: z.int().nullable(),
  /** The largest n of which the samples could show that it is within the budget or reaches the target; null where samples play no part. */
  reach: z.int().nullable(),
  /** What the answer rests on: intervals for every sample size or approximate ones, certified numbers, or the bounds for every policy. */
  method: z.enum(['finite-sample', 'asymptotic', 'certified', 'every-policy']),
});

/** The choice of n from samples, from the probabilities of all answers, or from nothing. */
export const choiceSchema = z.strictObject({
  format: z.literal('bonafide-choice/1'),
  answers: z.array(answer),
  /** The answer of `analyze` for each n by a formula, each chosen n, and its double; its log is null for a policy. Null without data. */
  analysis: analysisSchema.extend({ log: analysisSchema.shape.log.nullable() }).nullable(),
});

export type Choice = z.infer<typeof choiceSchema>;
export type Answer = z.infer<typeof answer>;
