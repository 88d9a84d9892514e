import type { Claim } from '../../src/claims/claim.ts';
import { claim as idealCurveExcess } from '../ideal-curve-excess.ts';

/** What is not known: neither proved nor refuted. */
export const questions: readonly Claim[] = [idealCurveExcess];
