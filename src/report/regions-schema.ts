import { z } from 'zod';
import { INEQUALITIES, type InequalityId } from '../regions/certificate.ts';

const box = z.strictObject({
  from: z.string(),
  to: z.string(),
  how: z.enum(['series', 'range', 'slope', 'curvature', 'coefficients']),
  at: z.string().exactOptional(),
  bound: z.string(),
});

/** The form of regions.json, described in docs/regions.md. */
export const regionsSchema = z.strictObject({
  format: z.literal('bonafide-regions/1'),
  certificates: z.array(
    z.strictObject({
      inequality: z.enum(INEQUALITIES.map(({ id }) => id) as [InequalityId, ...InequalityId[]]),
      n: z.int(),
      constant: z.string(),
      boxes: z.array(box),
    }),
  ),
});
