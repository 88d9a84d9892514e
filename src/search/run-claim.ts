import { type Claim, type Cost, extension, type Relation } from '../claims/claim.ts';
import { disagreement } from '../claims/decide.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { instanceFromJson, instanceToJson, quantitiesOf } from '../claims/instance.ts';
import { tightness } from '../claims/tightness.ts';
import { cellsOf } from './assumptions.ts';
import { BLOCK, blockSeed, isIn, type Piece, rangeOf, WHOLE } from './blocks.ts';
import type { Extent } from './budget.ts';
import type { ClaimRun, ClimbResult, Derived, EnumerationResult, Far, Outcomes } from './claim-run.ts';
import { type Climb, climb, type Summit } from './climb.ts';
import { climbShapes } from './climb-shapes.ts';
import { costOf, MOST_COST } from './cost.ts';
import { everyInstance, scaleOf, withOtherPolicies } from './every-instance.ts';
import { farInstances, NOTHING_FAR } from './far.ts';
import { StopSurvey, survey } from './fast-check-adapter.ts';
import { Findings, noOutcomes } from './findings.ts';
import { printedMargin } from './margin.ts';
import type { PartRun, Tally } from './part-run.ts';
import { claimSeed, seeded } from './random.ts';
import { shrinkFurther } from './shrink-further.ts';
import { smallestCounterexample } from './smallest.ts';
import { Statistics } from './statistics.ts';

export interface Budget extends Partial<Extent> {
  readonly runs: number | null;
  /** The seed of the whole run. */
  readonly seed: number;
  /** Only this piece of the search, of the enumeration and of the instances far out; all of them where it is left out. */
  readonly piece?: Piece;
  /** Ends at the first refutation. Small instances come first then, so that it is small. */
  readonly untilRefuted?: boolean;
  /** Called between instances; true ends the search. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (instances: number) => void;
}

/** Cross-checks cost up to a hundred times as much as deciding. They run on this many first instances, as varied as the rest. */
const SECOND_WAYS: Record<Cost, number> = { low: 1500, medium: 600, high: 300 };
const PROGRESS_EVERY = 25;
const UNLIMITED = Number.MAX_SAFE_INTEGER;
const RELATIVE_DIGITS = 3;

/**
 * Surveys a claim on generated instances, enumerates small ones, checks far-out ones and climbs towards a refutation. Where an instance
 * refutes the claim, it looks for the smallest one that does. Deterministic in the seed and the extent.
 */
export function runClaim(claim: Claim, budget: Budget): ClaimRun {
  return finishRun(claim, budget, runPart(claim, budget));
}

/** The same without the smallest counterexample, which needs all parts. A budget can ask for some parts only, or for a piece of them. */
export function runPart(claim: Claim, budget: Budget): PartRun {
  const seed = claimSeed(budget.seed, claim.id);
  const tally = new Statistics(claim, { withMargins: !budget.untilRefuted });
  const findings = new Findings(claim);
  const isOver = (): boolean => budget.untilRefuted === true && findings.least !== null;
  const smallOnes = budget.untilRefuted ? exhaust(claim, budget, findings, isOver) : null;
  const shapes = budget.untilRefuted && !isOver() ? throughShapes(claim, budget, findings) : null;
  const { complete, firstRefuted } = isOver()
    ? { complete: false, firstRefuted: null }
    : search(claim, seed, budget, tally, findings, isOver);
  const exhaustive = budget.untilRefuted ? smallOnes : exhaust(claim, budget, findings, isOver);
  const far = isOver() ? null : goFar(claim, budget, findings, isOver);
  // False claims need no climbing.
  const climbed =
    claim.expected === 'fails' || isOver() ? null : climbUp(claim, budget, findings, shapes?.summit ?? null);
  const { least, refutedBy, isExact, reach, silent, decided } = findings;
  return {
    ...tally.result(),
    complete,
    refutedBy,
    isExact,
    reach,
    silent,
    decided,
    least: least && { ...least, instance: instanceToJson(least.instance) },
    firstRefuted,
    exhaustive,
    far,
    shapes: shapes && { instances: shapes.evaluations, outcomes: shapes.outcomes },
    climb: climbed,
    cells: cellsOf(claim, budget.seed, budget.cells ?? 0).map(({ declared: _, ...cell }) => cell),
  };
}

/** Finds the smallest counterexample, and adds what the claim itself says. */
export function finishRun(claim: Claim, budget: Budget, part: PartRun): ClaimRun {
  const { least, firstRefuted, derived, cells, ...found } = part;
  const seed = claimSeed(budget.seed, claim.id);
  return {
    ...found,
    id: claim.id,
    seed,
    requested: budget.runs,
    // Where a cross-check disagrees, the software is at fault and a refutation says nothing about the claim.
    counterexample: least && !found.disagreement ? smallestOf(claim, seed, part, budget) : null,
    derivation: derivationOf(derived),
    cells: cells.map((cell) => ({ ...cell, declared: extension(claim, cell.assumption) })),
  };
}

function derivationOf(derived: Tally['derived']): Derived | null {
  if (!derived) return null;
  const { first, refuted, broken } = derived;
  const steps = [...new Set([...first.steps, ...refuted.steps])];
  return { steps, instances: first.instances + refuted.instances, broken };
}

/** A claim that is only to be refuted is shrunk from its least refutation, and not for long. */
function smallestOf(
  claim: Claim,
  seed: number,
  { least, firstRefuted }: Pick<PartRun, 'least' | 'firstRefuted'>,
  { untilRefuted, shouldStop }: Budget,
): ClaimRun['counterexample'] {
  if (!least) return null;
  // It was in the domain when it refuted the claim.
  const refutation = { ...least, instance: instanceFromJson(least.instance) as InDomain };
  if (!untilRefuted) return smallestCounterexample(claim, seed, refutation, firstRefuted);
  return smallestCounterexample(claim, seed, refutation, null, {
    maxOutcomes: HASTY_OUTCOMES,
    shouldStop,
    further: shrinkFurther,
  });
}

const HASTY_OUTCOMES = 500_000;

/** @returns whether all requested instances were checked, and where the first one was generated that refutes the claim. */
function search(
  claim: Claim,
  seed: number,
  budget: Budget,
  tally: Statistics,
  findings: Findings,
  isOver: () => boolean,
): Pick<PartRun, 'complete' | 'firstRefuted'> {
  let firstRefuted: PartRun['firstRefuted'] = null;
  const { from, to } = rangeOf(budget.runs ?? UNLIMITED, budget.piece ?? WHOLE);
  let complete = true;
  for (let block = Math.floor(from / BLOCK); complete && block * BLOCK < to; block += 1) {
    const before = block * BLOCK;
    const ofBlock = blockSeed(seed, block);
    tally.beginBlock(before);
    complete = survey(claim.domain, ofBlock, Math.min(BLOCK, to - before), {
      wants: (instance) => tally.hasRoomFor(instance),
      visit: (instance, generated) => {
        if (isOver() || budget.shouldStop?.()) throw new StopSurvey();
        if (tally.instances < from) {
          tally.pass(instance);
          return;
        }
        const { quantities, verdict } = findings.look('search', tally.instances + 1, instance);
        tally.add(instance, quantities, verdict);
        if (verdict.outcome === 'refuted') firstRefuted ??= { seed: ofBlock, generated };
        const way =
          tally.instances <= SECOND_WAYS[claim.cost ?? 'low'] && !tally.disagreement
            ? disagreement(claim, quantities)
            : null;
        if (way) tally.disagree(way, instance);
        if (tally.instances % PROGRESS_EVERY === 0) budget.onProgress?.(tally.instances);
      },
    });
  }
  budget.onProgress?.(tally.instances);
  return { complete, firstRefuted };
}

function exhaust(
  claim: Claim,
  { exhaustive = 0, grid = 0, piece = WHOLE, untilRefuted, shouldStop }: Budget,
  findings: Findings,
  isOver: () => boolean,
): EnumerationResult | null {
  if (exhaustive === 0) return null;
  const usual = scaleOf(claim.domain, exhaustive, grid);
  const scale = untilRefuted && claim.domain.auxiliary ? withOtherPolicies(usual) : usual;
  const outcomes = noOutcomes();
  let [number, instances] = [0, 0];
  for (const instance of everyInstance(claim.domain, scale)) {
    if (isOver() || shouldStop?.()) break;
    number += 1;
    if (!isIn(piece, number - 1)) continue;
    instances += 1;
    outcomes[findings.look('exhaustive', number, instance).verdict.outcome] += 1;
  }
  return { ...scale, instances, outcomes };
}

function goFar(
  claim: Claim,
  { seed, far = NOTHING_FAR, piece = WHOLE, mostCost = MOST_COST, untilRefuted, shouldStop }: Budget,
  findings: Findings,
  isOver: () => boolean,
): Far | null {
  if (far.draws === 0 && far.manyAtoms === 0) return null;
  const random = seeded(`${claimSeed(seed, claim.id)}/far`);
  const outcomes = noOutcomes();
  let [number, instances, cost] = [0, 0, 0];
  for (const instance of farInstances(claim, random, far)) {
    if (isOver() || shouldStop?.()) break;
    number += 1;
    if (!isIn(piece, number - 1)) continue;
    instances += 1;
    const { verdict } = findings.look('far', number, instance);
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
