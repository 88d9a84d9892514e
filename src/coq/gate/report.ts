import { z } from 'zod';

/** The reason for a theorem without a fault of its own. */
export const SEE_FAULTS = 'see the faults of the run';

const theorem = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** As Coq printed it, which agrees with the manifest when all is well. */
  statement: z.string(),
  words: z.string(),
  /** The definitions of the project to which the statement unfolds, in the manifest's order. */
  definitions: z.array(z.string()),
  ok: z.boolean(),
  /** Why not; null when ok. */
  reason: z.string().nullable(),
});

/** The report of a checker on the proofs. */
export const proofReportSchema = z.strictObject({
  /** unavailable: this checker is missing. interrupted: it was stopped. Neither says anything about the proofs. */
  verdict: z.enum(['proved', 'rejected', 'unavailable', 'interrupted']),
  checker: z.enum(['coqc', 'embedded']),
  version: z.string().nullable(),
  /** Whether coqchk checked the compiled files as well. */
  checkedAgain: z.boolean(),
  cached: z.boolean(),
  theorems: z.array(theorem),
  /** The axioms of all theorems together: Coq is asked once. */
  axioms: z.array(z.strictObject({ name: z.string(), statement: z.string() })),
  /** The faults of the development as a whole. With any, no theorem is ok. */
  faults: z.array(z.string()),
});

export type ProofReport = z.infer<typeof proofReportSchema>;
export type TheoremResult = z.infer<typeof theorem>;
