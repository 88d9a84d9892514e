import { z } from 'zod';

/** What was read of a log. */
export const logSchema = z.strictObject({
  files: z.array(z.string()),
  rows: z.int(),
  /** The program whose layout was recognised, or `columns`. */
  layout: z.string(),
  /** The column of each field. */
  columns: z.record(z.string(), z.string()),
  /** Bad rows that were skipped, by kind, with the place of the first. */
  skipped: z.array(z.strictObject({ kind: z.string(), rows: z.int(), first: z.string() })),
  /** The number of responses with several rewards. */
  noisy: z.int(),
});

export type LogSummary = z.infer<typeof logSchema>;
