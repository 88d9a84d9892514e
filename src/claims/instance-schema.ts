import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';
import { SELECTIONS } from '../selection/families.ts';

const otherSelection = z.enum(SELECTIONS).exclude(['best-of-n']);

/** A selection that an instance names, which is any but best-of-n. */
export type OtherSelection = z.infer<typeof otherSelection>;

export const OTHER_SELECTIONS: readonly OtherSelection[] = otherSelection.options;

/**
 * An instance as JSON, the one form in files, reports and messages. Weights are texts, as JSON numbers would be rounded. A field is left
 * out where it says nothing: no ties, the usual order of ties, no continuous parts, no other weights, best-of-n.
 */
export const instanceSchema = z.strictObject({
  weights: z.array(z.string()).min(1),
  ranks: z.array(z.int()).optional(),
  n: z.number().min(1).max(MAX_DRAWS),
  ties: z.literal('order').optional(),
  stretches: z.array(z.int()).optional(),
  other: z.array(z.string()).optional(),
  selection: otherSelection.optional(),
});

export type InstanceJson = Readonly<z.infer<typeof instanceSchema>>;
