import type { Claim } from '../claims/claim.ts';

/** The settings of a run of `verify`, with the folders that it writes to; null where it writes nothing. */
export interface Settings {
  readonly claims: readonly Claim[];
  readonly runs: number | null;
  readonly seconds: number | null;
  readonly seed: number;
  readonly workers: number;
  readonly out: string | null;
  readonly store: string | null;
  readonly signal: AbortSignal;
}
