import type { Claim } from '../claims/claim.ts';
import { type Budget, type Extent, extentOf, searchOnly } from '../search/budget.ts';

/** The settings of a run of `verify`, with the folders that it writes to; null where it writes nothing. */
export interface Settings {
  readonly claims: readonly Claim[];
  /** Whether these are all claims of the catalogue. */
  readonly isWhole: boolean;
  /** The modules of the claims that are not of the catalogue. */
  readonly modules: ReadonlyMap<string, string>;
  /** Distinct instances for each claim, or a budget of everything; null where time is the limit. */
  readonly runs: number | Budget | null;
  readonly seconds: number | null;
  /** A claim that spends so long on one instance is ended. */
  readonly stallSeconds: number;
  readonly seed: number;
  readonly workers: number;
  readonly out: string | null;
  readonly store: string | null;
  /** Whether the proofs in Coq are checked, too. */
  readonly withProofs: boolean;
  /** A short search beside samples: they are what the run is about, and the search's weakness does not count. */
  readonly isBeside: boolean;
  readonly signal: AbortSignal;
}

/** What a run looks at for one claim. */
export function extentFor(claim: Claim, runs: Settings['runs']): Extent {
  return typeof runs === 'string' ? extentOf(claim, runs) : searchOnly(runs);
}
