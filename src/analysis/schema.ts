import { z } from 'zod';
import { logSchema as log } from '../report/log.ts';

/** An interval; an end is a double, rounded outward where the interval is statistical. */
const interval = z.strictObject({ lower: z.number(), upper: z.number() });

/**
 * What an interval rests on: a bound for every sample size, a normal approximation for large samples, nothing (n = 1), or the
 * probabilities of all answers: then it is a certified enclosure.
 */
const method = z.enum(['finite-sample', 'asymptotic', 'certain', 'certified']);

/** An estimate and its standard error over prompts; null where there is one prompt. */
const estimated = z.strictObject({ estimate: z.number(), error: z.number().nullable() });

const row = z.strictObject({
  n: z.int(),
  /** log n − (n−1)/n in nats, the upper bound of the KL that circulates as its value. */
  formula: z.number(),
  /** The mean over prompts of KL(π‖p) in nats. `estimate` is a range that holds the value up to chance; null where n exceeds the samples of a prompt. */
  kl: interval.extend({
    estimate: interval.nullable(),
    method,
    /** From log-probabilities and ranks: the low-variance estimate, and the plain mean of log(π/p). Null without log-probabilities. */
    estimators: z.strictObject({ lowVariance: estimated, plain: estimated }).nullable(),
    /** The mean KL of the empirical policies, which is no estimate of the KL; null unless it is asked for. */
    plugIn: z.number().nullable(),
  }),
  winRate: interval.extend({ estimate: z.number().nullable(), method }),
  /**
   * The mean reward of best-of-n; null where n exceeds the samples of a prompt, unless rewards are known to be 0 or 1: then only the estimate is
   * null. Its interval is null where none holds: without a known range of rewards it needs at least 2n samples of each prompt and, for a
   * population, two prompts.
   */
  reward: z
    .strictObject({ estimate: z.number().nullable(), interval: interval.extend({ method }).nullable() })
    .nullable(),
  /** Whether the formula is at most 10 % above the lower end of the KL. */
  isClose: z.boolean(),
  /** Whether the formula is more than 10 % above the upper end of the KL. */
  isFar: z.boolean(),
  /** Whether the ends of the KL's interval crossed: improbable, unless an assumption fails. The interval given reaches from one to the other. */
  isContradictory: z.boolean(),
  /** The number of prompts with fewer than n samples. */
  outdrawn: z.int(),
});

export const analysisSchema = z.strictObject({
  format: z.literal('bonafide-analysis/1'),
  log,
  /** Samples with rewards, such samples with the log-probabilities of their responses, or all answers with their probabilities. */
  kind: z.enum(['samples', 'candidates', 'support']),
  prompts: z.int(),
  samples: z.int(),
  fewest: z.int(),
  most: z.int(),
  /** Whether all rewards are 0 or 1, no two samples of a prompt have equal rewards, or some have. */
  rewards: z.enum(['binary', 'distinct', 'tied']),
  /** The number of prompts with one reward level. */
  oneLevel: z.int(),
  /** The number of prompts that were left out because they have too few samples. */
  leftOut: z.int(),
  target: z.enum(['prompts', 'population']),
  confidence: z.number(),
  rows: z.array(row),
  /** The prompt with the smallest estimate of KL against the formula. */
  furthest: z
    .strictObject({ prompt: z.string(), place: z.string(), n: z.int(), levels: z.int(), kl: z.number() })
    .nullable(),
  notes: z.array(z.string()),
});

export type Analysis = z.infer<typeof analysisSchema>;
export type AnalysisRow = z.infer<typeof row>;

/** What rows that best-of-n has selected tell, from their log-probabilities. */
export const selectedSchema = z.strictObject({
  format: z.literal('bonafide-selected/1'),
  log,
  prompts: z.int(),
  rows: z.int(),
  target: z.enum(['prompts', 'population']),
  confidence: z.number(),
  estimates: z.array(
    z.strictObject({
      n: z.int(),
      formula: z.number(),
      /** The mean of the paper's estimator D̂_n over the prompts. */
      paper: z.number(),
      /** The mean of the better estimator D̂*_n, with an interval of its expectation, which is at least the mean KL. */
      better: interval.extend({ estimate: z.number() }),
      /** The share of the prompts at which the formula is more than 10 % above D̂*_n. */
      overstated: z.number(),
    }),
  ),
});

export type Selected = z.infer<typeof selectedSchema>;
