import type { Claim } from '../../src/claims/claim.ts';
import { claim as equality } from '../equality.ts';
import { claim as winRateEquality } from '../win-rate-equality.ts';

/** What is in circulation, or lies near, and is false. */
export const falsehoods: readonly Claim[] = [equality, winRateEquality];
