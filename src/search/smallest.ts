import { unsteady } from '../claims/ask-again.ts';
import type { Claim } from '../claims/claim.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { compareInstances, instanceToJson } from '../claims/instance.ts';
import type { ClaimRun, Found } from './claim-run.ts';
import { least } from './exhaust.ts';
import { findAndShrink } from './fast-check-adapter.ts';
import { type Refutation, refutes } from './findings.ts';
import type { PartRun } from './part-run.ts';
import { PATIENT, type Patience, reduce } from './reduce.ts';

type Candidate = Omit<Refutation, 'run' | 'by'> & { readonly found: Omit<Found, 'leastOf'> };

/**
 * The counterexample of a run. It reduces the least refuting instance, shrinks the search's first one, and takes the smaller result.
 * Where few enough instances lie below that, it enumerates them and returns the least counterexample of all.
 */
export function smallestCounterexample(
  claim: Claim,
  seed: number,
  refutation: Refutation,
  first: PartRun['firstRefuted'],
  patience: Patience = PATIENT,
): ClaimRun['counterexample'] {
  const isRefuted = refutes(claim);
  const candidates = [
    shrunk(claim, first, refutation.instance, isRefuted),
    reduced(claim, seed, refutation, isRefuted, patience),
  ];
  // The sort is stable: of two equal ones, the first is taken.
  const [{ instance, found }] = candidates
    .flatMap((one) => one ?? [])
    .sort((a, b) => compareInstances(a.instance, b.instance)) as [Candidate];
  const smallest = least(instance, claim.domain, isRefuted, patience.shouldStop);
  const leastOf = smallest && { tried: smallest.tried, maxDraws: smallest.maxDraws };
  return { instance: instanceToJson(smallest?.instance ?? instance), found: { ...found, leastOf } };
}

/**
 * The first instance of the search that refutes the claim, shrunk; null where the search refuted nothing.
 *
 * @throws ClaimFault where no generated instance refutes the claim now, although one did.
 */
function shrunk(
  claim: Claim,
  refuted: PartRun['firstRefuted'],
  refuting: InDomain,
  isRefuted: ReturnType<typeof refutes>,
): Candidate | null {
  if (!refuted) return null;
  const { seed, generated } = refuted;
  const first = findAndShrink(claim.domain, seed, generated, isRefuted);
  if (!first) throw unsteady(claim, refuting);
  const { instance, run, steps } = first;
  return { instance, found: { by: 'search', seed, run, shrinkingSteps: steps } };
}

function reduced(
  { domain }: Claim,
  seed: number,
  { instance, by, run }: Refutation,
  isRefuted: ReturnType<typeof refutes>,
  patience: Patience,
): Candidate {
  const { instance: smaller, isCutShort } = reduce(instance, domain, isRefuted, patience);
  return {
    instance: smaller,
    found: { by, seed, run, shrinkingSteps: null, ...(isCutShort && { isCutShort }) },
  };
}
