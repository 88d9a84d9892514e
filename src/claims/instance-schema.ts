import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';

/** An instance as JSON, the one form in files, reports and messages: integers as strings, and what is not usual only where it is so. */
export const instanceSchema = z.strictObject({
  weights: z.array(z.string()).min(1),
  ranks: z.array(z.int()).optional(),
  n: z.number().min(1).max(MAX_DRAWS),
  ties: z.literal('order').optional(),
  stretches: z.array(z.int()).optional(),
  other: z.array(z.string()).optional(),
});

export type InstanceJson = Readonly<z.infer<typeof instanceSchema>>;
