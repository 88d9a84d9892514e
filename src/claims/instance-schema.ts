import { z } from 'zod';
import { MAX_DRAWS } from '../policy/draws.ts';
import { SELECTIONS } from '../selection/families.ts';

const otherSelection = z.enum(SELECTIONS).exclude(['best-of-n']);

/** A selection other than best-of-n. An instance names its selection only where it is one of these. */
export type OtherSelection = z.infer<typeof otherSelection>;

export const OTHER_SELECTIONS: readonly OtherSelection[] = otherSelection.options;

/**
 * An instance as JSON, the form used in files, reports and messages. Weights are strings, because JSON numbers would be rounded. A field
 * is left out at its default: no ties, ties broken at random, no continuous parts, no auxiliary weights, best-of-n.
 */
export const instanceSchema = z.strictObject({
  weights: z.array(z.string()).min(1),
  ranks: z.array(z.int()).optional(),
  n: z.number().min(1).max(MAX_DRAWS),
  ties: z.literal('order').optional(),
  continuousParts: z.array(z.int()).optional(),
  auxiliary: z.array(z.string()).optional(),
  selection: otherSelection.optional(),
});

export type InstanceJson = Readonly<z.infer<typeof instanceSchema>>;
