import type { Claim } from '../src/claims/claim.ts';

/** A source of claims, and the page of the documentation that proves or refutes them. Each source is one folder. */
export interface Source {
  readonly citation: string;
  readonly page: string;
  /** In the order of the reports. */
  readonly claims: readonly Claim[];
}
