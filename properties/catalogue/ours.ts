import type { Claim } from '../../src/claims/claim.ts';

/** Results of this project. */
export const ours: readonly Claim[] = [];
