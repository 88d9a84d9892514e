import type { Source } from '../source.ts';
import { claim as binaryExample } from './binary-example.ts';
import { claim as equalityWithoutAtoms } from './equality-without-atoms.ts';
import { claim as estimatorRange } from './estimator-range.ts';
import { claim as estimatorUpper } from './estimator-upper.ts';
import { claim as gapLower } from './gap-lower.ts';
import { claim as gapUpper } from './gap-upper.ts';
import { claim as klBelowTop } from './kl-below-top.ts';
import { claim as klBound } from './kl-bound.ts';
import { claim as pmf } from './pmf.ts';
import { claim as rewindAndRepeat } from './rewind-and-repeat.ts';
import { claim as tradeOff } from './trade-off.ts';
import { claim as winRate } from './win-rate.ts';
import { claim as winRateGap } from './win-rate-gap.ts';

/** The paper: its theorems, its estimator and its conjectures. */
export const beirami2024: Source = {
  citation:
    "Beirami, Agarwal, Berant, D'Amour, Eisenstein, Nagpal, Suresh: Theoretical guarantees on the best-of-n alignment policy. arXiv 2401.01879",
  page: 'docs/theory.md',
  claims: [
    pmf,
    klBound,
    gapUpper,
    gapLower,
    estimatorRange,
    estimatorUpper,
    winRate,
    winRateGap,
    rewindAndRepeat,
    klBelowTop,
    tradeOff,
    binaryExample,
    equalityWithoutAtoms,
  ],
};
