import { z } from 'zod';

/** The reason of a theorem that has no fault of its own. */
export const SEE_FAULTS = 'see the faults of the whole';

const theorem = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** As Coq printed it, which is as the manifest records it when all is well. */
  statement: z.string(),
  words: z.string(),
  /** The definitions of the project that the statement unfolds to, in the manifest's order. */
  definitions: z.array(z.string()),
  ok: z.boolean(),
  /** Why not; null when ok. */
  reason: z.string().nullable(),
});

/** What a checker said of the proofs. */
export const proofReportSchema = z.strictObject({
  /** unavailable: there is no such checker here; interrupted: it was stopped. Both say nothing about the proofs. */
  verdict: z.enum(['proved', 'rejected', 'unavailable', 'interrupted']),
  checker: z.enum(['coqc', 'embedded']),
  version: z.string().nullable(),
  /** Whether coqchk went over the compiled files as well. */
  checkedAgain: z.boolean(),
  cached: z.boolean(),
  theorems: z.array(theorem),
  /** What all theorems together rest on: Coq is asked once. */
  axioms: z.array(z.strictObject({ name: z.string(), statement: z.string() })),
  /** What is wrong with the development as a whole; no theorem is ok then. */
  faults: z.array(z.string()),
});

export type ProofReport = z.infer<typeof proofReportSchema>;
export type TheoremResult = z.infer<typeof theorem>;
