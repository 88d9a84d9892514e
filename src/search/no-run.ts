import type { Claim } from '../claims/claim.ts';
import type { ClaimRun } from './claim-run.ts';
import { Findings } from './findings.ts';
import { claimSeed } from './random.ts';
import { Statistics } from './statistics.ts';

/** The run of a claim whose search left nothing behind. */
export function noRun(claim: Claim, seed: number): ClaimRun {
  const { refutedBy, isExact, reach, silent, decided } = new Findings(claim);
  return {
    ...new Statistics(claim, { withMargins: false }).result(),
    refutedBy,
    isExact,
    reach,
    silent,
    decided,
    id: claim.id,
    seed: claimSeed(seed, claim.id),
    requested: null,
    complete: false,
    counterexample: null,
    exhaustive: null,
    far: null,
    shapes: null,
    climb: null,
    cells: [],
  };
}
