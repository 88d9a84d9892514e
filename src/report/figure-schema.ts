import { z } from 'zod';

const decimal = z.string().regex(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
const enclosure = z.strictObject({ lo: decimal, hi: decimal });

const series = z.strictObject({
  name: z.string(),
  /** The parameter of the curve: `n` draws, the accepted mass `a`, or the tilt `c`. */
  parameter: z.enum(['n', 'a', 'c']),
  /** Weights from the worst outcome to the best, with runs of equal ones grouped; null where there are no atoms. */
  policy: z.array(z.strictObject({ weight: z.string(), outcomes: z.int() })).nullable(),
  /** `at` is the parameter, an integer or a rational. */
  points: z.array(z.strictObject({ at: z.string(), values: z.record(z.string(), enclosure) })).min(1),
});

const fact = z.strictObject({ what: z.string(), where: z.string(), value: enclosure });

/** The form of the files in reports/figures, described for users in docs/formats.md. */
export const figureSchema = z.strictObject({
  format: z.literal('bonafide-figure/1'),
  figure: z.string(),
  title: z.string(),
  shows: z.string(),
  series: z.array(series).min(1),
  /** What the figure shows, in numbers. */
  statement: z.array(fact).min(1),
});

export type Figure = z.infer<typeof figureSchema>;
export type Series = Figure['series'][number];
export type Fact = Figure['statement'][number];
export type Enclosure = Fact['value'];
