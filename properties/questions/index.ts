import type { Source } from '../source.ts';
import { claim as idealCurveExcess } from './ideal-curve-excess.ts';

/** Open questions: statements that are neither proved nor refuted. */
export const questions: Source = {
  citation: 'this project, docs/theory-ours.md',
  page: 'docs/theory-ours.md',
  claims: [idealCurveExcess],
};
