import { z } from 'zod';
import { expectationSchema } from '../claims/claim-schema.ts';
import { instanceSchema } from '../claims/instance-schema.ts';
import { typedSchema } from '../conjectures/typed.ts';
import { counterexampleSchema } from '../evidence/schema.ts';
import { knownSchema } from '../known/known.ts';

/** `unfinished`: an interruption, or a fault of the search, left it without an end, and nothing refutes the conjecture so far. */
const outcomes = z.enum(['refuted', 'not refuted', 'undecided', 'never spoken of', 'unfinished']);

/** The answer to one conjecture. */
export const answerSchema = z.strictObject({
  conjecture: typedSchema,
  /** The formula as it was understood. The language reads this LaTeX again. */
  latex: z.string(),
  /** The same as one <math> element; null where it is longer than 10,000 characters. */
  mathml: z.string().nullable(),
  expected: expectationSchema,
  outcome: outcomes,
  /** Whether the search came to its end. Neither its time nor an interruption ended it. */
  complete: z.boolean(),
  /** Whether the outcome is what was expected. */
  status: z.enum(['ok', 'failed', 'inconclusive']),
  counterexample: counterexampleSchema.nullable(),
  /** The file of the counterexample; null where it was not saved. */
  file: z.string().nullable(),
  /** Whether `bonafide certify` can write the saved counterexample as a theorem in Coq. */
  certifiable: z.boolean(),
  /** Whether the counterexample was saved before, and was only computed again. */
  replayed: z.boolean(),
  /** How many policies were looked at, by part of the search. */
  looked: z.strictObject({
    enumerated: z.int(),
    maxTotal: z.int(),
    searched: z.int(),
    far: z.int(),
    /** Policies of two parameters, such as many equal atoms below a heavy one. */
    shapes: z.int(),
    climbed: z.int(),
  }),
  /** Instances on which the premise was false, and on which a side had no value. */
  premiseFails: z.int(),
  noValue: z.int(),
  /** Instances on which 160 digits do not tell two sides apart, which have no exact forms; that neither proves nor refutes a comparison. */
  agree: z.int(),
  firstWithoutValue: instanceSchema.nullable(),
  undecided: z.int(),
  /** Where hill climbing came nearest: the smaller side as a share of the larger one, to a few digits. */
  nearest: z.strictObject({ ratio: z.number(), instance: instanceSchema }).nullable(),
  /** The claims of the catalogue that it is the same as, follows from or implies, as far as instances tell. */
  known: z.array(knownSchema),
});

export type Answer = z.infer<typeof answerSchema>;

/** The answers of `bonafide test`. */
export const answersSchema = z.strictObject({
  format: z.literal('bonafide-test/1'),
  seed: z.int(),
  /** The worst status of an answer; `inconclusive` where the run was interrupted. */
  status: z.enum(['ok', 'failed', 'inconclusive']),
  answers: z.array(answerSchema),
});

export type Answers = z.infer<typeof answersSchema>;
