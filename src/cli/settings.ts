import type { Claim } from '../claims/claim.ts';
import type { Demand } from '../claims/shares.ts';
import { type Budget, type Extent, extentOf, searchOnly } from '../search/budget.ts';

/** The settings of a run of `verify`, with the folders that it writes to; a folder is null where nothing is written. */
export interface Settings {
  readonly claims: readonly Claim[];
  /** Whether these are exactly the claims of the catalogue. */
  readonly isWhole: boolean;
  /** The modules of the claims from outside the catalogue. */
  readonly modules: ReadonlyMap<string, string>;
  /** Distinct instances for each claim, or the budget of a complete run; null where time is the limit. */
  readonly runs: number | Budget | null;
  readonly seconds: number | null;
  /** A claim that spends longer on one instance is stopped. */
  readonly stallSeconds: number;
  readonly seed: number;
  readonly workers: number;
  readonly out: string | null;
  readonly store: string | null;
  /** The folder of counterexamples that are replayed first. */
  readonly saved: string;
  /** Whether the Coq proofs are checked too. */
  readonly withProofs: boolean;
  readonly demand: Demand;
  readonly signal: AbortSignal;
  /** The address of the module of the catalogue. */
  readonly catalogue: string;
}

/** The extent of a run for one claim. */
export function extentFor(claim: Claim, runs: Settings['runs']): Extent {
  return typeof runs === 'string' ? extentOf(claim, runs) : searchOnly(runs);
}
