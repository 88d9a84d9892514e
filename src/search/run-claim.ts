import type { Claim, Cost, Relation } from '../claims/claim.ts';
import { disagreement } from '../claims/decide.ts';
import { instanceToJson, quantitiesOf } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import { cellsOf } from './assumptions.ts';
import type { Extent } from './budget.ts';
import type { ClaimRun, ClimbResult, EnumerationResult, Far, Outcomes } from './claim-run.ts';
import { type Climb, climb, type Summit } from './climb.ts';
import { climbShapes } from './climb-shapes.ts';
import { costOf, MOST_COST } from './cost.ts';
import { everyInstance, scaleOf, withOtherPolicies } from './every-instance.ts';
import { farInstances, NOTHING_FAR } from './far.ts';
import { StopSurvey, survey } from './fast-check-adapter.ts';
import { Findings, noOutcomes, type Refutation } from './findings.ts';
import { printedMargin } from './margin.ts';
import { claimSeed, seeded } from './random.ts';
import { shrinkFurther } from './shrink-further.ts';
import { smallestCounterexample } from './smallest.ts';
import { Statistics } from './statistics.ts';

export interface Budget extends Partial<Extent> {
  readonly runs: number | null;
  /** The seed of the whole run. */
  readonly seed: number;
  /** Ends at the first refutation. Small instances come first then, so that it is small. */
  readonly untilRefuted?: boolean;
  /** Called between instances; true ends the search. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (instances: number) => void;
}

/** Cross-checks cost up to a hundred times as much as deciding. They run on this many first instances, as varied as the rest. */
const SECOND_WAYS: Record<Cost, number> = { low: 1500, medium: 600, high: 300 };
const PROGRESS_EVERY = 25;
const UNLIMITED = 2 ** 31 - 1;
const RELATIVE_DIGITS = 3;

/**
 * Surveys a claim on generated instances, enumerates small ones, checks far-out ones and climbs towards a refutation. Where an instance
 * refutes the claim, it looks for the smallest one that does. Deterministic in the seed and the extent.
 */
export function runClaim(claim: Claim, budget: Budget): ClaimRun {
  const seed = claimSeed(budget.seed, claim.id);
  const tally = new Statistics(claim, { withMargins: !budget.untilRefuted });
  const findings = new Findings(claim);
  const isOver = (): boolean => budget.untilRefuted === true && findings.least !== null;
  const smallOnes = budget.untilRefuted ? exhaust(claim, budget, findings, isOver) : null;
  const shapes = budget.untilRefuted && !isOver() ? throughShapes(claim, budget, findings) : null;
  const { complete, refutedAfter } = isOver()
    ? { complete: false, refutedAfter: 0 }
    : search(claim, seed, budget, tally, findings, isOver);
  const exhaustive = budget.untilRefuted ? smallOnes : exhaust(claim, budget, findings, isOver);
  const far = isOver() ? null : goFar(claim, budget, findings, isOver);
  // False claims need no climbing.
  const climbed =
    claim.expected === 'fails' || isOver() ? null : climbUp(claim, budget, findings, shapes?.summit ?? null);
  const { least, refutedBy, isExact, reach, silent, decided } = findings;
  return {
    ...tally.result(),
    id: claim.id,
    seed,
    requested: budget.runs,
    complete,
    refutedBy,
    isExact,
    reach,
    silent,
    decided,
    // Where a cross-check disagrees, the software is at fault and a refutation says nothing about the claim.
    counterexample: least && !tally.disagreement ? smallestOf(claim, seed, least, refutedAfter, budget) : null,
    exhaustive,
    far,
    shapes: shapes && { instances: shapes.evaluations, outcomes: shapes.outcomes },
    climb: climbed,
    cells: cellsOf(claim, budget.seed, budget.cells ?? 0),
  };
}

/** A claim that is only to be refuted is shrunk from its least refutation, and not for long. */
function smallestOf(
  claim: Claim,
  seed: number,
  least: Refutation,
  refutedAfter: number,
  { untilRefuted, shouldStop }: Budget,
): ClaimRun['counterexample'] {
  if (!untilRefuted) return smallestCounterexample(claim, seed, least, refutedAfter);
  return smallestCounterexample(claim, seed, least, 0, {
    maxOutcomes: HASTY_OUTCOMES,
    shouldStop,
    further: shrinkFurther,
  });
}

const HASTY_OUTCOMES = 500_000;

/** @returns whether all requested instances were checked, and how many were generated up to the first that refutes (0 for none). */
function search(
  claim: Claim,
  seed: number,
  budget: Budget,
  tally: Statistics,
  findings: Findings,
  isOver: () => boolean,
): { complete: boolean; refutedAfter: number } {
  let first: number | null = null;
  const complete = survey(claim.domain, seed, budget.runs ?? UNLIMITED, {
    wants: (instance) => tally.hasRoomFor(instance),
    visit: (instance, generated) => {
      if (isOver() || budget.shouldStop?.()) throw new StopSurvey();
      const { quantities, verdict } = findings.look('search', tally.instances + 1, instance);
      tally.add(instance, quantities, verdict);
      if (verdict.outcome === 'refuted') first ??= generated;
      const way =
        tally.instances <= SECOND_WAYS[claim.cost ?? 'low'] && !tally.disagreement
          ? disagreement(claim, quantities)
          : null;
      if (way) tally.disagree(way, instance);
      if (tally.instances % PROGRESS_EVERY === 0) budget.onProgress?.(tally.instances);
    },
  });
  budget.onProgress?.(tally.instances);
  return { complete, refutedAfter: first ?? 0 };
}

function exhaust(
  claim: Claim,
  { exhaustive = 0, grid = 0, untilRefuted, shouldStop }: Budget,
  findings: Findings,
  isOver: () => boolean,
): EnumerationResult | null {
  if (exhaustive === 0) return null;
  const usual = scaleOf(claim.domain, exhaustive, grid);
  const scale = untilRefuted && claim.domain.auxiliary ? withOtherPolicies(usual) : usual;
  const outcomes = noOutcomes();
  let instances = 0;
  for (const instance of everyInstance(claim.domain, scale)) {
    if (isOver() || shouldStop?.()) break;
    instances += 1;
    outcomes[findings.look('exhaustive', instances, instance).verdict.outcome] += 1;
  }
  return { ...scale, instances, outcomes };
}

function goFar(
  claim: Claim,
  { seed, far = NOTHING_FAR, mostCost = MOST_COST, untilRefuted, shouldStop }: Budget,
  findings: Findings,
  isOver: () => boolean,
): Far | null {
  if (far.draws === 0 && far.manyAtoms === 0) return null;
  const random = seeded(`${claimSeed(seed, claim.id)}/far`);
  const outcomes = noOutcomes();
  let [instances, cost] = [0, 0];
  for (const instance of farInstances(claim, random, far)) {
    if (isOver() || shouldStop?.()) break;
    instances += 1;
    const { verdict } = findings.look('far', instances, instance);
    outcomes[verdict.outcome] += 1;
    cost += costOf(instance, verdict);
    if (untilRefuted && cost > mostCost) break;
  }
  return { instances, outcomes };
}

/** Decides the claim on policies of two parameters, and climbs from the tightest. */
function throughShapes(
  claim: Claim,
  { climbs = 0, mostCost, shouldStop }: Budget,
  findings: Findings,
): (Climb & { readonly outcomes: Outcomes }) | null {
  if (climbs === 0) return null;
  const outcomes = noOutcomes();
  let instances = 0;
  const climbed = climbShapes(claim, {
    look: (instance) => {
      instances += 1;
      const look = findings.look('climb', instances, instance);
      outcomes[look.verdict.outcome] += 1;
      return look;
    },
    shouldStop: () => shouldStop?.() === true,
    mostCost,
  });
  return { ...climbed, outcomes };
}

function climbUp(
  claim: Claim,
  { seed, climbs = 0, shouldStop }: Budget,
  findings: Findings,
  before: Summit | null,
): ClimbResult | null {
  const { summit: climbed, evaluations } = climb(claim, seed, climbs, shouldStop);
  const summit = before && (!climbed || before.relative < climbed.relative) ? before : climbed;
  if (!summit) return null;
  const { instance, relative } = summit;
  findings.look('climb', evaluations, instance);
  const relation = tightness(claim, quantitiesOf(instance))?.relation as Relation;
  return {
    evaluations,
    margin: printedMargin(relation),
    relative: Number(relative.toPrecision(RELATIVE_DIGITS)),
    instance: instanceToJson(instance),
  };
}
