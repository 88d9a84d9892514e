import { z } from 'zod';
import { MAX_DRAWS } from '../../src/policy/draws.ts';
import { FLAGS } from './flags.ts';

/** Up to this many outcomes, an instance includes the law of best-of-n itself. */
export const LARGEST_PMF = 10;

const decimal = z.string().regex(/^\d+(\.\d+)?(e[+-]\d+)?$/);

const value = z
  .strictObject({ lo: decimal, hi: decimal, exact: z.string().nullable() })
  .meta({ description: 'lo <= value <= hi and hi - lo <= 10^-50 * value; exact is a rational or a log form, or null' });

/** The values in the order of the file. The descriptions are for readers of the schema. */
const values = z.strictObject({
  kl: value.meta({ description: 'KL(pi || p) over the atoms, nats' }),
  formula: value.meta({ description: 'log n - (n-1)/n, nats: an upper bound of kl, not its value' }),
  gap: value.meta({ description: 'formula - kl, nats' }),
  winRate: value.meta({ description: 'how often best-of-n beats the reference, ties counting 1/2; by reward levels' }),
  winRateBound: value.meta({ description: 'n/(n+1)' }),
  estimatorMean: value.meta({ description: 'mean of the estimator at p(y) for y drawn from pi, nats; by outcomes' }),
  estimatorBest: value.meta({ description: 'the estimator at the mass of the best atom, nats' }),
  renyi2: value.meta({ description: '-log sum p^2 over the atoms, nats' }),
  renyi3: value.meta({ description: '-1/2 log sum p^3 over the atoms, nats' }),
  pmf: z
    .array(value)
    .min(1)
    .max(LARGEST_PMF)
    .optional()
    .meta({ description: `pi of every outcome in the order of weights; where there are at most ${LARGEST_PMF}` }),
});

const flag = z.enum(Object.keys(FLAGS) as [string, ...string[]]);

const instance = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z-]+-\d{4}$/)
    .meta({ description: 'the file and a number; it stays the same when instances are added' }),
  name: z.string().min(1).meta({ description: 'unique over all files' }),
  weights: z
    .array(z.string().regex(/^[1-9]\d*$/))
    .min(1)
    .meta({ description: 'integers of any size, from the worst outcome to the best; p = weight / sum of weights' }),
  ranks: z
    .array(z.int().min(0))
    .min(1)
    .meta({ description: 'reward level of every outcome: 0, then the same or one more; equal levels tie' }),
  ties: z.enum(['level', 'order']).meta({
    description:
      'level: uniformly among drawn samples of maximal reward, with multiplicity; order: the later outcome wins',
  }),
  n: z.int().min(1).max(MAX_DRAWS).meta({ description: 'number of draws' }),
  flags: z
    .array(flag)
    .meta({ description: 'regimes, and what makes the instance hard; the file says what each means' }),
  values,
});

/** The form of a file of test vectors, described for implementers in docs/vectors.md. */
export const vectorsSchema = z
  .strictObject({
    format: z.literal('bonafide-vectors/1'),
    regime: z.string().meta({ description: 'the name of the file' }),
    catches: z.string().meta({ description: 'the mistakes that these instances are meant to catch' }),
    flags: z.partialRecord(flag, z.string()).meta({ description: 'what the flags of these instances mean' }),
    instances: z.array(instance).min(1),
  })
  .meta({ title: 'Certified values of best-of-n sampling' });

/** The form of the list of files. */
export const indexSchema = z.strictObject({
  format: z.literal('bonafide-vectors-index/1'),
  files: z.array(z.strictObject({ file: z.string(), instances: z.int(), catches: z.string() })),
  flags: z.record(flag, z.string()),
});

export type VectorsIndex = z.infer<typeof indexSchema>;
export type VectorsFile = z.infer<typeof vectorsSchema>;
export type Vector = z.infer<typeof instance>;
export type Value = z.infer<typeof value>;

/** The same form as JSON Schema, draft 2020-12, for readers in other languages. */
export function jsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(vectorsSchema), null, 2)}\n`;
}
