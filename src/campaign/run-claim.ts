import { printInterval } from '../arithmetic/print.ts';
import { askAgain } from '../claims/ask-again.ts';
import type { Claim, Cost, Relation } from '../claims/claim.ts';
import { decide, disagreement, marginOf, type Verdict } from '../claims/decide.ts';
import { type Instance, instanceToJson, quantitiesOf } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import { cellsOf } from './assumptions.ts';
import type { Extent } from './budget.ts';
import type { ClaimRun, Climbed, Exhausted, Found } from './claim-run.ts';
import { climb } from './climb.ts';
import { everyInstance, scaleOf } from './every-instance.ts';
import { least } from './exhaust.ts';
import { findAndShrink, StopSurvey, survey } from './fast-check-adapter.ts';
import { claimSeed } from './random.ts';
import { reduce } from './reduce.ts';
import { MARGIN_DIGITS, Tally } from './tally.ts';

export interface Budget extends Partial<Extent> {
  readonly runs: number | null;
  /** The seed of the whole run. */
  readonly seed: number;
  /** Asked between instances: whether to end here. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (instances: number) => void;
}

/** Second ways cost up to a hundred times what deciding does; they are worked out on so many instances, which are as varied as the rest. */
const SECOND_WAYS: Record<Cost, number> = { low: 1500, medium: 600, high: 300 };
const PROGRESS_EVERY = 25;
/** So many instances, and so many refuted ones, are decided twice: a claim that answers at random is found out, and the others lose no time. */
const ASKED_TWICE = 20;
const UNLIMITED = 2 ** 31 - 1;
const RELATIVE_DIGITS = 3;

/**
 * Surveys a claim, enumerates small instances, climbs towards a refutation, and when something refutes the claim looks for the smallest
 * instance that does. Deterministic in the seed and the extent.
 */
export function runClaim(claim: Claim, budget: Budget): ClaimRun {
  const seed = claimSeed(budget.seed, claim.id);
  const tally = new Tally(claim);
  const limit = budget.runs ?? UNLIMITED;
  const complete = survey(claim.domain, seed, limit, {
    wants: (instance) => tally.hasRoomFor(instance),
    visit: (instance) => {
      if (budget.shouldStop?.()) throw new StopSurvey();
      const quantities = quantitiesOf(instance);
      const verdict = decide(claim, quantities);
      if (tally.instances < ASKED_TWICE || isAmongFirst(verdict, tally)) askAgain(claim, instance, verdict);
      tally.add(instance, quantities, verdict);
      const way =
        tally.instances <= SECOND_WAYS[claim.cost ?? 'low'] && !tally.disagreement
          ? disagreement(claim, quantities)
          : null;
      if (way) tally.disagree(way, instance);
      if (tally.instances % PROGRESS_EVERY === 0) budget.onProgress?.(tally.instances);
    },
  });
  budget.onProgress?.(tally.instances);
  const exhausted = exhaust(claim, budget.exhaustive ?? 0);
  // A falsehood needs no climbing.
  const climbed = claim.expected === 'fails' ? null : climbUp(claim, budget.seed, budget.climbs ?? 0);
  return {
    ...tally.result(),
    id: claim.id,
    seed,
    requested: budget.runs,
    complete,
    // Where two ways to one number disagree the software is at fault, and a refutation says nothing about the claim.
    counterexample: tally.disagreement
      ? null
      : tally.outcomes.refuted > 0
        ? smallestCounterexample(claim, seed)
        : (exhausted?.counterexample ?? climbed?.counterexample ?? null),
    exhaustive: exhausted?.result ?? null,
    climb: climbed?.result ?? null,
    cells: cellsOf(claim, budget.seed, budget.cells ?? 0),
  };
}

function isAmongFirst({ outcome }: Verdict, { outcomes }: Tally): boolean {
  return outcome === 'refuted' && outcomes.refuted < ASKED_TWICE;
}

function exhaust(
  claim: Claim,
  total: number,
): { result: Exhausted; counterexample: ClaimRun['counterexample'] } | null {
  if (total === 0) return null;
  const scale = scaleOf(claim.domain, total);
  const outcomes = { holds: 0, refuted: 0, undecided: 0 };
  let instances = 0;
  let counterexample: ClaimRun['counterexample'] = null;
  for (const instance of everyInstance(claim.domain, scale)) {
    instances += 1;
    const { outcome } = decide(claim, quantitiesOf(instance));
    outcomes[outcome] += 1;
    if (outcome !== 'refuted' || counterexample) continue;
    const found: Found = { by: 'exhaustive', seed: 0, run: instances, shrinkingSteps: null, leastOf: null };
    counterexample = { instance: instanceToJson(instance), found };
  }
  return { result: { ...scale, instances, outcomes }, counterexample };
}

function climbUp(
  claim: Claim,
  seed: number,
  evaluations: number,
): { result: Climbed; counterexample: ClaimRun['counterexample'] } | null {
  const { summit, evaluations: done } = climb(claim, seed, evaluations);
  if (!summit) return null;
  const { instance, relative } = summit;
  const found: Found = { by: 'climb', seed, run: done, shrinkingSteps: null, leastOf: null };
  const refuting = relative < 0 && reduce(instance, claim.domain, isRefutedBy(claim));
  const relation = tightness(claim, quantitiesOf(instance))?.relation as Relation;
  return {
    result: {
      evaluations: done,
      margin: printInterval(marginOf(relation), MARGIN_DIGITS),
      relative: Number(relative.toPrecision(RELATIVE_DIGITS)),
      instance: instanceToJson(instance),
    },
    counterexample: refuting ? { instance: instanceToJson(refuting), found } : null,
  };
}

function isRefutedBy(claim: Claim): (instance: Instance) => boolean {
  return (instance) => decide(claim, quantitiesOf(instance)).outcome === 'refuted';
}

function smallestCounterexample(claim: Claim, seed: number): ClaimRun['counterexample'] {
  const refutes = isRefutedBy(claim);
  const shrunk = findAndShrink(claim.domain, seed, UNLIMITED, refutes);
  if (!shrunk) throw new Error(`claim ${claim.id}: a refutation was seen and then not found again`);
  const smallest = least(shrunk.instance, claim.domain, refutes);
  const leastOf = smallest && { tried: smallest.tried, maxDraws: smallest.maxDraws };
  const found: Found = { by: 'search', seed, run: shrunk.run, shrinkingSteps: shrunk.steps, leastOf };
  return { instance: instanceToJson(smallest?.instance ?? shrunk.instance), found };
}
