import type { Claim } from '../../src/claims/claim.ts';

/** What is not known: neither proved nor refuted. */
export const questions: readonly Claim[] = [];
