/** All families, in the order of the report. */
import { bestOfN } from './families/best-of-n.ts';
import { ddLog } from './families/dd-log.ts';
import { doubleDouble } from './families/double-double.ts';
import { doubleElementary } from './families/double-elementary.ts';
import { fixedField } from './families/fixed-field.ts';
import { fixedPoint } from './families/fixed-point.ts';
import { gapSeriesFamilies } from './families/gap-series.ts';
import { intervalField } from './families/interval-field.ts';
import { kernelFamilies } from './families/kernels.ts';
import { powers } from './families/power.ts';
import type { Family } from './family.ts';

export interface Chapter {
  readonly title: string;
  readonly families: readonly Family[];
}

export const chapters: readonly Chapter[] = [
  { title: 'double-double', families: [...doubleDouble, ...powers] },
  { title: 'double-double logarithm', families: ddLog },
  { title: 'logarithm and exponential in doubles', families: doubleElementary },
  { title: 'fixed point', families: fixedPoint },
  { title: 'FixedField', families: fixedField },
  { title: 'IntervalField', families: intervalField },
  { title: 'the gap’s series', families: gapSeriesFamilies },
  { title: 'kernels', families: kernelFamilies },
  { title: 'the exact tier', families: bestOfN },
];
