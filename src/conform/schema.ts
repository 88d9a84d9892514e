import { z } from 'zod';
import { instanceSchema } from '../claims/instance-schema.ts';
import { FORMS } from './given.ts';
import { TROUBLES, type TroubleKind } from './program/troubles.ts';
import { QUANTITY_NAMES } from './quantities.ts';
import { TIE_RULES } from './tie-rules.ts';

const quantity = z.enum(QUANTITY_NAMES);

const truth = z.strictObject({ lo: z.string(), hi: z.string() });

const asked = z.strictObject({
  /** With the weights as they are, whatever form was sent. */
  instance: instanceSchema,
  /** The line that was sent, which repeats the failure. */
  request: z.string(),
});

/** A failing instance that no simpler one was found for. */
const failing = asked.extend({
  /** Whether there was no time to try all simpler instances. */
  isCutShort: z.boolean(),
});

const wrongAnswer = failing.extend({
  /** The answer as the program gave it. */
  said: z.string(),
  /** The certified truth: lo ≤ truth ≤ hi. */
  truth,
});

const crash = failing.extend({
  /** As in "ended with exit code 3". */
  how: z.string(),
  /** The last lines on standard error. */
  errors: z.array(z.string()),
});

/** The largest errors of the numbers that were answered. */
const worst = z.strictObject({
  /** Relative to the truth, and beside a truth of 0 the error itself; null without a number. */
  relative: z.number().nullable(),
  /** Relative to the allowed error; null without a number or an allowance. */
  ofAllowed: z.number().nullable(),
});

const diagnosis = z.strictObject({
  /** The name of the mistake, whose section is `page`. */
  slip: z.string(),
  /** Completes "these answers are …". */
  title: z.string(),
  /** How many wrong answers it explains that no slip before it does. */
  explained: z.int(),
  page: z.string(),
});

const ofQuantity = z.strictObject({
  name: quantity,
  right: z.int(),
  wrong: z.int(),
  /** Answers that the last precision did not decide. */
  undecided: z.int(),
  worst,
  smallest: wrongAnswer.nullable(),
  diagnoses: z.array(diagnosis),
  /** Wrong answers that no slip explains. */
  unexplained: z.int(),
});

const ofRegime = z.strictObject({
  regime: z.string(),
  meaning: z.string(),
  /** Answered instances. */
  instances: z.int(),
  /** Those of them with a wrong answer. */
  wrong: z.int(),
  worst: z.partialRecord(quantity, worst),
});

/** What `conform` found about a program. */
export const conformSchema = z.strictObject({
  format: z.literal('bonafide-conform/1'),
  program: z.array(z.string()),
  status: z.enum(['conforms', 'wrong', 'undecided']),
  asked: z.strictObject({
    want: z.array(quantity),
    form: z.enum(FORMS),
    seed: z.int(),
    runs: z.int(),
    maxDraws: z.int(),
    maxTotal: z.int().nullable(),
    ties: z.enum(TIE_RULES),
    batch: z.boolean(),
    tolerance: z.union([z.literal('doubles'), z.strictObject({ rel: z.string(), abs: z.string() })]),
  }),
  /** Numbers of instances. */
  instances: z.strictObject({
    vectors: z.int(),
    generated: z.int(),
    /** Those with a probability that rounds to 0. */
    leftOut: z.int(),
    answered: z.int(),
    crashed: z.int(),
    timedOut: z.int(),
    unanswered: z.int(),
    notAsked: z.int(),
  }),
  quantities: z.array(ofQuantity),
  regimes: z.array(ofRegime),
  /** The smallest instance on which the program ended; null where it did not. */
  crash: crash.nullable(),
  /** The least instances that were asked without an answer, which are not shrunk; null where there are none. */
  silent: z.strictObject({ timedOut: asked.nullable(), unanswered: asked.nullable() }),
  /** Lines of the program that are no answers to what was asked. */
  troubles: z.array(
    z.strictObject({
      kind: z.enum(Object.keys(TROUBLES) as [TroubleKind, ...TroubleKind[]]),
      count: z.int(),
      example: z.string(),
    }),
  ),
  /** Why not all was asked; null where it was. */
  givenUp: z.string().nullable(),
  /** The last lines on standard error, where something was wrong. */
  errors: z.array(z.string()),
});

export type ConformResult = z.infer<typeof conformSchema>;
export type WrongAnswer = z.infer<typeof wrongAnswer>;
export type Crash = z.infer<typeof crash>;
export type Unheard = z.infer<typeof asked>;
export type OfQuantity = z.infer<typeof ofQuantity>;
export type Worst = z.infer<typeof worst>;
export type OfRegime = z.infer<typeof ofRegime>;
