import { z } from 'zod';
import { ASSUMPTIONS, type Assumption } from '../claims/claim.ts';
import { instanceSchema } from '../claims/instance-schema.ts';
import { REGIMES, type Regime } from '../claims/regimes.ts';
import { proofReportSchema } from '../coq/gate/report.ts';
import { waySchema } from '../evidence/schema.ts';
import { INEQUALITIES, type InequalityId } from '../regions/certificate.ts';
import { regionsSchema } from '../report/regions-schema.ts';
import { reportSchema } from '../report/schema.ts';
import type { RegionRun } from '../run/regions.ts';
import type { PartRun } from '../search/part-run.ts';
import { SEED_LIMIT } from '../search/random.ts';

const { shape: claim } = reportSchema.shape.claims.element;
const { shape: cell } = claim.assumptions.element;
const [count, maybeInstance] = [z.int().min(0), instanceSchema.nullable()];
const keysOf = <K extends string>(of: Record<K, string>): [K, ...K[]] => Object.keys(of) as [K, ...K[]];
const steps = z.strictObject({ steps: z.array(z.string()), instances: count });

/** What a piece of the run of a claim found. */
export const partRunSchema = z.strictObject({
  instances: claim.instances,
  trivial: claim.trivial,
  outcomes: claim.outcomes,
  decidedBy: claim.decidedBy,
  regimes: z.partialRecord(z.enum(keysOf<Regime>(REGIMES)), count),
  smallestMargin: claim.smallestMargin,
  firstUndecided: maybeInstance,
  disagreement: z.strictObject({ name: z.string(), instance: instanceSchema }).nullable(),
  noticedAt: claim.noticedAt,
  derived: z
    .strictObject({
      first: steps,
      refuted: steps,
      broken: z.strictObject({ step: z.string(), instance: instanceSchema }).nullable(),
    })
    .nullable(),
  complete: z.boolean(),
  refutedBy: claim.refutedBy,
  isExact: z.boolean(),
  reach: claim.reach,
  silent: z.strictObject({ premiseFails: count, noValue: count, agree: count, firstWithoutValue: maybeInstance }),
  decided: z.strictObject({ exact: count, enclosed: count }),
  /** The least instance that refutes the claim, before it is shrunk. */
  least: z.strictObject({ instance: instanceSchema, by: waySchema, run: z.int().min(1) }).nullable(),
  firstRefuted: z
    .strictObject({
      seed: z
        .int()
        .min(0)
        .max(SEED_LIMIT - 1),
      generated: z.int().min(1),
    })
    .nullable(),
  exhaustive: claim.exhaustive,
  far: claim.far,
  /** Only searches for a single counterexample have such. */
  shapes: z.null(),
  climb: claim.climb,
  cells: z.array(
    z.strictObject({
      assumption: z.enum(keysOf<Assumption>(ASSUMPTIONS)),
      instances: cell.instances,
      silent: cell.silent,
      outcomes: cell.outcomes,
      counterexample: cell.counterexample,
    }),
  ),
}) satisfies z.ZodType<PartRun>;

const region = reportSchema.shape.regions.element.shape;

export const regionRunSchema = z.strictObject({
  id: z.enum(INEQUALITIES.map(({ id }) => id) as [InequalityId, ...InequalityId[]]),
  statement: z.string(),
  from: region.from,
  to: region.to,
  certificates: regionsSchema.shape.certificates,
  failures: region.failures,
}) satisfies z.ZodType<RegionRun>;

/** What the result of each kind of piece is. */
export const RESULTS = {
  claim: partRunSchema,
  region: regionRunSchema,
  sharpness: reportSchema.shape.sharpness,
  /** Null where there was no checker. */
  proofs: proofReportSchema.nullable(),
};

export type ResultOf<K extends keyof typeof RESULTS> = z.infer<(typeof RESULTS)[K]>;
export type Result = ResultOf<keyof typeof RESULTS>;
