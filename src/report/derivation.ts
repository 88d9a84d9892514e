import { z } from 'zod';
import { idSchema } from '../claims/claim-schema.ts';
import { SELECTIONS } from '../selection/families.ts';
import { answerSchema } from './answer.ts';

const comparators = z.enum(['<=', '<', '=', '>=', '>', '!=']);

/** What became of one link of a chain. */
const linkSchema = z.strictObject({
  /** From 1. */
  number: z.int().min(1),
  left: z.string(),
  is: comparators,
  right: z.string(),
  /** Where its right side begins in the file, both from 1. */
  line: z.int().min(1),
  column: z.int().min(1),
  answer: answerSchema,
  /** How many instances were decided in exact arithmetic, and how many by enclosures; null where a saved counterexample answered, or an interruption came before. */
  decided: z.strictObject({ exact: z.int(), enclosed: z.int() }).nullable(),
});

export type LinkAnswer = z.infer<typeof linkSchema>;

/** The answer of `bonafide test --derivation`. */
export const derivationSchema = z.strictObject({
  format: z.literal('bonafide-derivation/1'),
  id: idSchema,
  file: z.string(),
  for: z.string().nullable(),
  selection: z.enum(SELECTIONS),
  seed: z.int(),
  /** `failed`: a link is refuted. `inconclusive`: none is, and one is undecided or was never spoken of, or the run was interrupted. */
  status: z.enum(['ok', 'failed', 'inconclusive']),
  /** The number of the first link that is refuted; null where none is. */
  broken: z.int().min(1).nullable(),
  /** What the chain says of its ends if all links hold; null where its relations go in different directions. */
  concludes: z.strictObject({ left: z.string(), is: comparators, right: z.string() }).nullable(),
  links: z.array(linkSchema),
});

export type DerivationAnswer = z.infer<typeof derivationSchema>;
