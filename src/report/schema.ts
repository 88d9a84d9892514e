import { z } from 'zod';
import { expectationSchema, refutesSchema } from '../claims/claim-schema.ts';
import { instanceSchema } from '../claims/instance-schema.ts';
import { proofReportSchema } from '../coq/gate/report.ts';
import { counterexampleSchema, printedSchema, waySchema } from '../evidence/schema.ts';
import { DUPLICATE_RULES } from '../logs/outcome.ts';
import type { Status } from '../run/assess.ts';
import { STOPS } from '../run/stopped.ts';
import { logSchema } from './log.ts';

const status = z.enum(['ok', 'failed', 'inconclusive']) satisfies z.ZodType<Status>;

const outcomes = z.strictObject({ holds: z.int(), refuted: z.int(), undecided: z.int() });

/** `stalled`: it did not return. `ended`: it ended its thread. `failed`: it threw beside its answer. `memory`: it needed too much of it. */
const stopped = z.enum(STOPS);

const claimReport = z.strictObject({
  id: z.string(),
  title: z.string(),
  statement: z.string(),
  source: z.string(),
  hypotheses: z.string(),
  expected: expectationSchema,
  status,
  reasons: z.array(z.string()),
  /** What a quick search, or a short one beside samples, was too short to show, which does not count; left out in other runs. */
  shortfalls: z.array(z.string()).optional(),
  /** How the claim's own code ended its search, which then left nothing; left out where it did not. */
  stopped: stopped.optional(),
  /** `refuted`: by a certified counterexample. `proved`: for all instances. Otherwise: how the instances were decided. */
  grade: z.enum(['proved', 'exact', 'certified', 'refuted', 'none']),
  /** The theorems that state it, or that a false claim is false, and what they leave out; null where there are none or none was checked. */
  proof: z
    .strictObject({
      theorems: z.array(z.string()),
      beyond: z.string().nullable(),
      /** For a false claim: whether it is false for every policy and n of its domain. */
      refutes: refutesSchema.optional(),
    })
    .nullable(),
  seed: z.int(),
  instances: z.int(),
  outcomes,
  /** The parts of the run that refuted the claim: the search, enumeration, instances far out, hill climbing. */
  refutedBy: z.array(waySchema),
  /** The largest n, number of atoms and number of decimal digits of a weight among the decided instances; null where there are none. */
  reach: z.strictObject({ draws: z.number(), atoms: z.int(), digits: z.int() }).nullable(),
  /** Numbers of instances by the costliest tier that one of their comparisons needed; intervals by significant digits. */
  decidedBy: z.strictObject({ exact: z.int(), doubleDouble: z.int(), intervals: z.record(z.string(), z.int()) }),
  trivial: z.int(),
  regimes: z.array(z.strictObject({ id: z.string(), label: z.string(), instances: z.int(), minimumShare: z.number() })),
  smallestMargin: printedSchema.extend({ instance: instanceSchema }).nullable(),
  counterexample: z
    .strictObject({
      file: z.string().nullable(),
      instance: instanceSchema,
      /** The relation that fails there, with both sides. */
      violated: counterexampleSchema.shape.violated.nullable(),
      smallest: z.string(),
    })
    .nullable(),
  firstUndecided: instanceSchema.nullable(),
  /** The number, from 1, of the instance at which the search first saw something unexpected. */
  noticedAt: z.int().nullable(),
  /** The steps of the proof, checked on this many instances. */
  derivation: z
    .strictObject({
      steps: z.array(z.string()),
      instances: z.int(),
      broken: z.strictObject({ step: z.string(), instance: instanceSchema }).nullable(),
    })
    .nullable(),
  /** Every instance up to a total weight and number of draws. */
  exhaustive: z
    .strictObject({
      maxTotal: z.int(),
      maxDraws: z.int(),
      maxAuxiliary: z.int().nullable(),
      /** Beyond that total weight: every policy of `atoms` atoms with weights up to `maxWeight`. */
      grid: z.array(z.strictObject({ atoms: z.int(), maxWeight: z.int() })),
      instances: z.int(),
      outcomes,
    })
    .nullable(),
  /** Instances of more draws or atoms than the search uses, or with all outcomes on one level. */
  far: z.strictObject({ instances: z.int(), outcomes }).nullable(),
  /** Where hill climbing came nearest to a refutation; `relative` is a rounded double. */
  climb: z
    .strictObject({ evaluations: z.int(), margin: printedSchema, relative: z.number(), instance: instanceSchema })
    .nullable(),
  assumptions: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      extension: z.enum(['holds', 'fails', 'not applicable']),
      why: z.string().nullable(),
      instances: z.int(),
      silent: z.int(),
      outcomes,
      counterexample: instanceSchema.nullable(),
    }),
  ),
});

const region = z.strictObject({
  id: z.string(),
  statement: z.string(),
  status,
  from: z.int(),
  to: z.int(),
  certified: z.int(),
  boxes: z.int(),
  failures: z.array(z.strictObject({ n: z.int(), outcome: z.enum(['refuted', 'undecided']), where: z.string() })),
});

const sharp = z.strictObject({
  claim: z.string(),
  statement: z.string(),
  status,
  instance: instanceSchema,
  /** (right − left)/right */
  relative: printedSchema,
});

const sampleClaim = z.strictObject({
  id: z.string(),
  expected: expectationSchema,
  status,
  policies: z.int(),
  holds: z.int(),
  refuted: z.int(),
  undecided: z.int(),
  /** How the claim's own code ended the check, which then left nothing; left out where it did not. */
  stopped: stopped.optional(),
});

const sampleRow = z.strictObject({
  n: z.int(),
  formula: printedSchema,
  kl: z.strictObject({ mean: printedSchema, min: printedSchema, max: printedSchema }),
  estimatorMean: printedSchema,
  winRate: printedSchema,
  winRateBound: printedSchema,
  /** Prompts with fewer samples than n. */
  outdrawn: z.int(),
});

/** The form of reports/verification.json and of `verify --json`, described for users in docs/formats.md. */
export const reportSchema = z.strictObject({
  format: z.literal('bonafide-report/2'),
  status: status,
  seed: z.int(),
  /** Distinct instances for each claim: a number, or the budget of a complete run; null where time was the limit. */
  runs: z.union([z.int(), z.enum(['quick', 'canonical', 'full'])]).nullable(),
  claims: z.array(claimReport),
  /** Inequalities in one variable, certified for every n from `from` to `to`. */
  regions: z.array(region),
  /** Instances on which sharp inequalities are nearly equalities. */
  sharpness: z.array(sharp),
  /** The results of checking the Coq proofs; null where they were not checked. */
  proofs: proofReportSchema.pick({ theorems: true, axioms: true, faults: true }).extend({ status }).nullable(),
  samples: z
    .strictObject({
      log: logSchema.omit({ noisy: true }),
      /** Samples, which make empirical policies, or all answers with their probabilities, which are the policies. */
      kind: z.enum(['samples', 'support']),
      prompts: z.int(),
      samples: z.int(),
      /** The number of samples of the prompt that has the fewest. */
      fewest: z.int(),
      /** The numbers of prompts with one reward level, and of prompts in which different responses tie. */
      oneLevel: z.int(),
      tied: z.int(),
      /** The number of responses with several rewards, and how they were treated. */
      duplicates: z.strictObject({ how: z.enum(DUPLICATE_RULES), responses: z.int() }),
      /** What is misleading in these numbers. */
      notes: z.array(z.string()),
      rows: z.array(sampleRow),
      claims: z.array(sampleClaim),
    })
    .nullable(),
  /** What is missing of a campaign, in a merge of some of its pieces; left out where nothing is. */
  partial: z.string().optional(),
  /** Saved counterexamples that no longer refute; left out where there are none. */
  stale: z.array(z.strictObject({ file: z.string(), detail: z.string() })).optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type ClaimReport = Report['claims'][number];
export type SampleReport = NonNullable<Report['samples']>;
