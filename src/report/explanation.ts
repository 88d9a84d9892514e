import { z } from 'zod';
import { expectationSchema, idSchema } from '../claims/claim-schema.ts';
import { instanceSchema } from '../claims/instance-schema.ts';
import { reportSchema } from './schema.ts';

/** What `bonafide explain` says of a claim. */
export const explanationSchema = z.strictObject({
  format: z.literal('bonafide-explanation/1'),
  id: idSchema,
  title: z.string(),
  statement: z.string(),
  /** The relations in LaTeX; null where they are not data. */
  latex: z.array(z.string()).nullable(),
  hypotheses: z.string(),
  source: z.string(),
  expected: expectationSchema,
  /** The evidence in the report that comes with this version; null where it does not have the claim. */
  found: z.string().nullable(),
  /** The theorems in Coq that state the claim or, for a falsehood, that it is false. */
  theorems: z.array(z.strictObject({ name: z.string(), place: z.string(), words: z.string(), statement: z.string() })),
  /** Whether a checker accepted all of them, according to the report. */
  proved: z.boolean(),
  /** The part of the claim that the theorems leave out. */
  beyond: z.string().nullable(),
  /** What was found of the claim without an assumption, on instances. */
  without: z.array(
    z.strictObject({
      assumption: z.string(),
      outcome: z.enum(['holds', 'fails', 'undecided', 'not applicable']),
      why: z.string().nullable(),
      counterexample: instanceSchema.nullable(),
    }),
  ),
  /** The steps of its proof, which are checked on instances; null where they are not written down. */
  steps: z.array(z.string()).nullable(),
  /** As in the report. */
  counterexample: reportSchema.shape.claims.element.shape.counterexample,
  /** The section of docs/ with its proof or refutation. */
  section: z.string().nullable(),
});

export type Explanation = z.infer<typeof explanationSchema>;
