import { z } from 'zod';
import { instanceSchema } from '../claims/instance-schema.ts';
import { typedSchema } from '../conjectures/typed.ts';

/** Atoms of equal weight, from the worst reward to the best. */
const groupSchema = z.strictObject({ atoms: z.int(), weight: z.string() });

const policySchema = z.strictObject({
  n: z.number(),
  weights: z.array(groupSchema),
  /** Those of the second policy, where there is one. */
  auxiliary: z.array(groupSchema).optional(),
});

export type Policy = z.infer<typeof policySchema>;

/** What a policy demands of the constant: an enclosure of the bound. */
const extremeSchema = z.strictObject({
  lo: z.string(),
  hi: z.string(),
  /** The bound where it is a rational with a short form. */
  exact: z.string().nullable(),
  policy: policySchema,
});

export type ExtremeReport = z.infer<typeof extremeSchema>;

/** An enclosure of the bound at some n, K or bits. */
const rungSchema = z.strictObject({ at: z.number(), lo: z.string(), hi: z.string() });

export const constantSchema = z.strictObject({
  format: z.literal('bonafide-sharpen/1'),
  seed: z.int(),
  conjecture: typedSchema,
  /** The name of the constant. */
  unknown: z.string(),
  /**
   * least, greatest: the policies bound the constant from below, or from above. between: from both sides. none: no value satisfies all of them.
   * any: none of them says anything of it.
   */
  outcome: z.enum(['least', 'greatest', 'between', 'none', 'any']),
  status: z.enum(['ok', 'inconclusive']),
  /** Whether a bound itself is excluded, as < demands. */
  strict: z.boolean(),
  atLeast: extremeSchema.nullable(),
  atMost: extremeSchema.nullable(),
  /** A policy on which no value helps. */
  hopeless: instanceSchema.nullable(),
  /** The same for each n that was looked at by itself, where there is a bound. */
  table: z.array(
    z.strictObject({ n: z.number(), atLeast: extremeSchema.nullable(), atMost: extremeSchema.nullable() }),
  ),
  /** Bounds that grow and do not settle: with n, with K, or with the bits between the masses. */
  growth: z.strictObject({ along: z.enum(['n', 'K', 'bits']), rungs: z.array(rungSchema) }).nullable(),
  /** How the bound still rose with K, where it settles. */
  rise: z.array(rungSchema),
  /** A simple rational that satisfies all policies that were looked at. */
  guess: z.strictObject({ value: z.string(), attained: z.boolean() }).nullable(),
  /** A text to test: the conjecture with that rational, or else with a decimal. */
  next: z.string().nullable(),
  looked: z.strictObject({
    enumerated: z.int(),
    maxTotal: z.int(),
    searched: z.int(),
    far: z.int(),
    climbed: z.int(),
  }),
  /** Policies that say nothing of the constant, and those that tie with the extreme to 40 digits. */
  unheard: z.strictObject({
    free: z.int(),
    premiseFails: z.int(),
    noValue: z.int(),
    undecided: z.int(),
    ties: z.int(),
  }),
  firstWithoutValue: instanceSchema.nullable(),
  /** Whether no time limit cut it short. */
  complete: z.boolean(),
});

export type ConstantReport = z.infer<typeof constantSchema>;
