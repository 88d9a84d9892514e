import { z } from 'zod';
import { idSchema } from '../claims/claim-schema.ts';
import { instanceSchema } from '../claims/instance-schema.ts';
import { COMPARATORS } from '../claims/relation.ts';
import { typedSchema } from '../conjectures/typed.ts';
import type { Way } from '../search/claim-run.ts';
import { SEED_LIMIT } from '../search/random.ts';
import { isSmallestInWords } from './smallest.ts';

/** An enclosure in decimals. */
export const printedSchema = z.strictObject({ lo: z.string(), hi: z.string() });

/** The parts of a run that find counterexamples. */
export const waySchema = z.enum(['search', 'exhaustive', 'far', 'climb']) satisfies z.ZodType<Way>;

const quantity = z.strictObject({ name: z.string(), ...printedSchema.shape, exact: z.string().nullable() });

/** How a search found it. Replaying checks what is said about smaller instances; the rest is for reference. */
const searched = z.strictObject({
  by: waySchema,
  seed: z
    .int()
    .min(0)
    .max(SEED_LIMIT - 1),
  run: z.int().min(1),
  shrinkingSteps: z.int().min(0).nullable(),
  smallest: z
    .string()
    .refine(isSmallestInWords, { error: 'is not one of the sentences that a search writes about smaller instances' }),
});

const observed = z.strictObject({
  by: z.literal('samples'),
  seed: z.null(),
  run: z.null(),
  shrinkingSteps: z.null(),
  smallest: z.literal('as observed'),
});

const FORMAT = 'bonafide-counterexample/2';

/** The form of a saved counterexample, described for users in docs/formats.md. */
export const counterexampleSchema = z.strictObject({
  format: z.literal(FORMAT, {
    error: ({ input }) =>
      `must be ${JSON.stringify(FORMAT)}, not ${JSON.stringify(input)}; bonafide verify saves counterexamples in this form`,
  }),
  claim: idSchema,
  statement: z.string(),
  /** The conjecture, where it was typed as text. */
  conjecture: typedSchema.exactOptional(),
  instance: instanceSchema,
  violated: z.strictObject({
    left: quantity,
    is: z.enum(COMPARATORS),
    right: quantity,
    /** right − left, certified not to have the sign that the claim asserts. */
    margin: printedSchema,
  }),
  found: z.discriminatedUnion('by', [searched, observed]),
});

export type Counterexample = z.infer<typeof counterexampleSchema>;
