import { type Claim, canonicalRuns } from '../claims/claim.ts';

/** The settings of a run of `verify`, with the folders that it writes to; null where it writes nothing. */
export interface Settings {
  readonly claims: readonly Claim[];
  /** Distinct instances for each claim; null where time is the limit. */
  readonly runs: number | 'canonical' | null;
  readonly seconds: number | null;
  readonly seed: number;
  readonly workers: number;
  readonly out: string | null;
  readonly store: string | null;
  readonly signal: AbortSignal;
}

/** Distinct instances for one claim; null where time is the limit. */
export function runsOf(claim: Claim, runs: Settings['runs']): number | null {
  return runs === 'canonical' ? canonicalRuns(claim) : runs;
}
