import type { Claim } from '../src/claims/claim.ts';

/** Where claims come from, and the page of the documentation that proves or refutes them. One folder each. */
export interface Source {
  readonly citation: string;
  readonly page: string;
  /** In the order of the reports. */
  readonly claims: readonly Claim[];
}
