import { z } from 'zod';

const printed = z.strictObject({ lo: z.string(), hi: z.string() });
const instance = z.strictObject({
  weights: z.array(z.string()),
  ranks: z.array(z.int()).optional(),
  n: z.int(),
});

const claimReport = z.strictObject({
  id: z.string(),
  title: z.string(),
  statement: z.string(),
  source: z.string(),
  hypotheses: z.string(),
  expected: z.enum(['holds', 'fails', 'open']),
  standing: z.enum(['expected', 'unexpected', 'inconclusive']),
  reasons: z.array(z.string()),
  /** `refuted` by a certified counterexample; otherwise how every instance was decided. */
  grade: z.enum(['exact', 'certified', 'refuted', 'none']),
  seed: z.int(),
  instances: z.int(),
  outcomes: z.strictObject({ holds: z.int(), refuted: z.int(), undecided: z.int() }),
  /** Instances by the costliest tier that one of their comparisons needed; intervals by significant digits. */
  decidedBy: z.strictObject({ exact: z.int(), doubleDouble: z.int(), intervals: z.record(z.string(), z.int()) }),
  trivial: z.int(),
  regimes: z.array(z.strictObject({ id: z.string(), label: z.string(), instances: z.int(), minimumShare: z.number() })),
  smallestMargin: printed.extend({ instance }).nullable(),
  counterexample: z.strictObject({ file: z.string().nullable(), instance, smallest: z.string() }).nullable(),
  firstUndecided: instance.nullable(),
});

const sampleClaim = z.strictObject({
  id: z.string(),
  expected: z.enum(['holds', 'fails', 'open']),
  standing: z.enum(['expected', 'unexpected', 'inconclusive']),
  policies: z.int(),
  holds: z.int(),
  refuted: z.int(),
  undecided: z.int(),
});

const sampleRow = z.strictObject({
  n: z.int(),
  formula: printed,
  kl: z.strictObject({ mean: printed, min: printed, max: printed }),
  estimatorMean: printed,
  winRate: printed,
  winRateBound: printed,
});

/** The form of reports/verification.json and of `verify --json`, described for users in docs/formats.md. */
export const reportSchema = z.strictObject({
  format: z.literal('bonafide-report/1'),
  verdict: z.enum(['expected', 'unexpected', 'inconclusive']),
  seed: z.int(),
  /** Distinct instances asked for each claim: as many, or each claim's canonical number; null where time was the limit. */
  runs: z.union([z.int(), z.literal('canonical')]).nullable(),
  claims: z.array(claimReport),
  samples: z
    .strictObject({ prompts: z.int(), samples: z.int(), rows: z.array(sampleRow), claims: z.array(sampleClaim) })
    .nullable(),
});

export type Report = z.infer<typeof reportSchema>;
export type ClaimReport = Report['claims'][number];
export type SampleReport = NonNullable<Report['samples']>;
