import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';

const printed = z.strictObject({ lo: z.string(), hi: z.string() });
const quantity = z.strictObject({ name: z.string(), lo: z.string(), hi: z.string(), exact: z.string().nullable() });

/** The form of a saved counterexample, described for users in docs/formats.md. */
export const counterexampleSchema = z.strictObject({
  format: z.literal('bonafide-counterexample/1'),
  claim: z.string(),
  statement: z.string(),
  instance: z.strictObject({
    weights: z.array(z.string()).min(1),
    ranks: z.array(z.int()).optional(),
    n: z.number().min(1).max(MAX_DRAWS),
    ties: z.literal('order').optional(),
    stretches: z.array(z.int()).optional(),
    other: z.array(z.string()).optional(),
  }),
  violated: z.strictObject({
    left: quantity,
    is: z.enum(['≤', '=']),
    right: quantity,
    /** right − left, certified not to have the sign that the claim wants. */
    margin: printed,
  }),
  found: z.strictObject({
    by: z.enum(['search', 'exhaustive', 'far', 'climb', 'samples']),
    seed: z.int().nullable(),
    run: z.int().nullable(),
    shrinkingSteps: z.int().nullable(),
    smallest: z.string(),
  }),
});

export type Counterexample = z.infer<typeof counterexampleSchema>;
