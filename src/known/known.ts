import { z } from 'zod';

/**
 * How a conjecture and a claim of the catalogue are related. `refuted with`: they are the same, the claim is known to be false, and the
 * counterexample refutes both.
 */
export const bondSchema = z.enum(['same', 'implied by', 'implies', 'refuted with']);

export type Bond = z.infer<typeof bondSchema>;

/** What a conjecture has to do with a claim of the catalogue, as far as instances tell. It proves nothing. */
export const knownSchema = z.strictObject({
  claim: z.string(),
  /** The relation of the claim that is meant. */
  states: z.string(),
  how: bondSchema,
  /** The instances on which both were evaluated. */
  instances: z.int(),
  /** The instances that the claim is about, where the conjecture is about more, such as n ≥ 3; null where it is not. */
  where: z.string().nullable(),
  /** What is known of the claim. `holds`: it is a theorem that is not, or not wholly, proved in Coq. */
  status: z.enum(['proved', 'holds', 'refuted', 'open']),
  /** The theorems in Coq about the claim. */
  theorems: z.array(z.string()),
  /** Its section in the documentation. */
  section: z.string().nullable(),
});

export type Known = z.infer<typeof knownSchema>;
