import type { Claim } from '../claims/claim.ts';
import type { ClaimRun } from './claim-run.ts';
import { Findings } from './findings.ts';
import { finishRun } from './run-claim.ts';
import { Statistics } from './statistics.ts';

/** The run of a claim whose search left nothing behind. */
export function noRun(claim: Claim, seed: number): ClaimRun {
  const { refutedBy, isExact, reach, silent, decided } = new Findings(claim);
  return finishRun(
    claim,
    { runs: null, seed },
    {
      ...new Statistics(claim, { withMargins: false }).result(),
      refutedBy,
      isExact,
      reach,
      silent,
      decided,
      complete: false,
      least: null,
      firstRefuted: null,
      exhaustive: null,
      far: null,
      shapes: null,
      climb: null,
      cells: [],
    },
  );
}
