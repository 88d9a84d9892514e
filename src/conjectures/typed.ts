import { z } from 'zod';
import { idSchema } from '../claims/claim-schema.ts';
import { SELECTIONS } from '../selection/families.ts';

/** A conjecture as it was typed. Plain data: it crosses threads and stands in files of counterexamples. */
export const typedSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  /** The instances that it is about, as a formula; null for all. */
  for: z.string().nullable(),
  selection: z.enum(SELECTIONS),
});

export type Typed = z.infer<typeof typedSchema>;

/** The source of claims that were typed. */
export const TYPED = 'typed';
