import type { Claim } from '../../src/claims/claim.ts';

/** What related papers claim of other divergences, of tilts and of optimal trade-offs. */
export const neighbours: readonly Claim[] = [];
