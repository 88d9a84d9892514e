import { printInterval } from '../arithmetic/print.ts';
import type { Claim, Relation } from '../claims/claim.ts';
import { decide, disagreement, marginOf, type Verdict } from '../claims/decide.ts';
import {
  atomCount,
  compareInstances,
  type Instance,
  type InstanceJson,
  instanceToJson,
  policyOf,
} from '../claims/instance.ts';
import { type Regime, regimesOf } from '../claims/regimes.ts';
import { BestOfN } from '../theory/best-of-n.ts';
import { least } from './exhaust.ts';
import { findAndShrink, StopSurvey, survey } from './fast-check-adapter.ts';
import { claimSeed } from './random.ts';

export interface Budget {
  /** Distinct instances to visit; null for as many as `shouldStop` allows. */
  readonly runs: number | null;
  /** The seed of the whole run. */
  readonly seed: number;
  /** Asked between instances: whether to end here. */
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (instances: number) => void;
}

/** How a counterexample was come by; part of its file. */
export interface Found {
  readonly seed: number;
  /** The generated instance, counted from 1, from which shrinking started, and the steps it took. */
  readonly run: number;
  readonly shrinkingSteps: number;
  /** What exhaustive enumeration says about smaller instances; null where there are too many. */
  readonly leastOf: { readonly tried: number; readonly maxDraws: number } | null;
}

export interface DecidedBy {
  readonly exact: number;
  readonly doubleDouble: number;
  /** By significant digits, as `40`. */
  readonly intervals: Readonly<Record<string, number>>;
}

export interface Margin {
  /** Decimal strings of an enclosure. */
  readonly lo: string;
  readonly hi: string;
  readonly instance: InstanceJson;
}

/** What a survey of one claim found. Plain data: it crosses threads and goes into reports. */
export interface ClaimRun {
  readonly id: string;
  readonly seed: number;
  readonly requested: number | null;
  readonly instances: number;
  /** Whether the survey visited all that was requested. */
  readonly complete: boolean;
  readonly outcomes: { readonly holds: number; readonly refuted: number; readonly undecided: number };
  /** How many instances each tier decided: the costliest one that a relation of the instance needed. */
  readonly decidedBy: DecidedBy;
  /** Instances with n = 1 or one atom. */
  readonly trivial: number;
  readonly regimes: Partial<Record<Regime, number>>;
  /** Over instances of at least two atoms and n ≥ 2 on which the claim holds. */
  readonly smallestMargin: Margin | null;
  readonly counterexample: { readonly instance: InstanceJson; readonly found: Found } | null;
  readonly firstUndecided: InstanceJson | null;
  readonly disagreement: { readonly name: string; readonly instance: InstanceJson } | null;
}

/** At most this share of a claim's instances may have n = 1 or a single atom. */
export const MAX_TRIVIAL_SHARE = 0.05;
/** Second ways cost a hundred times what deciding does; they are worked out on so many instances, which are as varied as the rest. */
const SECOND_WAYS = 1500;
const PROGRESS_EVERY = 25;
const UNLIMITED = 2 ** 31 - 1;
const MARGIN_DIGITS = 12;

/** Surveys a claim and, when something refutes it, looks for the smallest instance that does. Deterministic in (seed, runs). */
export function runClaim(claim: Claim, budget: Budget): ClaimRun {
  const seed = claimSeed(budget.seed, claim.id);
  const tally = new Tally();
  const limit = budget.runs ?? UNLIMITED;
  const complete = survey(claim.domain, seed, limit, {
    wants: (instance) => tally.hasRoomFor(instance),
    visit: (instance) => {
      if (budget.shouldStop?.()) throw new StopSurvey();
      const quantities = new BestOfN(policyOf(instance), instance.n);
      tally.add(instance, quantities, decide(claim, quantities));
      if (tally.instances <= SECOND_WAYS) tally.disagreement ??= disagreementOn(claim, quantities, instance);
      if (tally.instances % PROGRESS_EVERY === 0) budget.onProgress?.(tally.instances);
    },
  });
  budget.onProgress?.(tally.instances);
  return {
    ...tally.result(),
    id: claim.id,
    seed,
    requested: budget.runs,
    complete,
    // Where two ways to one number disagree the software is at fault, and a refutation says nothing about the claim.
    counterexample: tally.outcomes.refuted > 0 && !tally.disagreement ? smallestCounterexample(claim, seed) : null,
  };
}

function isRefutedBy(claim: Claim): (instance: Instance) => boolean {
  return (instance) => decide(claim, new BestOfN(policyOf(instance), instance.n)).outcome === 'refuted';
}

function smallestCounterexample(claim: Claim, seed: number): ClaimRun['counterexample'] {
  const refutes = isRefutedBy(claim);
  const shrunk = findAndShrink(claim.domain, seed, UNLIMITED, refutes);
  if (!shrunk) throw new Error(`claim ${claim.id}: a refutation was seen and then not found again`);
  const smallest = least(shrunk.instance, claim.domain, refutes);
  const leastOf = smallest && { tried: smallest.tried, maxDraws: smallest.maxDraws };
  const found = { seed, run: shrunk.run, shrinkingSteps: shrunk.steps, leastOf };
  return { instance: instanceToJson(smallest?.instance ?? shrunk.instance), found };
}

function disagreementOn(claim: Claim, quantities: BestOfN, instance: Instance): ClaimRun['disagreement'] {
  const way = disagreement(claim, quantities);
  return way && { name: way.name, instance: instanceToJson(instance) };
}

/** An instance on which the claim holds, its tightest inequality, and a lower bound of the margin there. */
interface Tightest {
  readonly instance: Instance;
  readonly relation: Relation;
  readonly slack: number;
}

/** By the lower bounds; by enclosures where these are too small for a double; then by size. */
function isTighter(a: Tightest, b: Tightest): boolean {
  if (a.slack !== b.slack) return a.slack < b.slack;
  const order = a.slack === 0 ? marginOf(a.relation).lo.cmp(marginOf(b.relation).lo) : 0;
  return order < 0 || (order === 0 && compareInstances(a.instance, b.instance) < 0);
}

/** Counts of a survey as it goes. */
class Tally {
  instances = 0;
  trivial = 0;
  readonly outcomes = { holds: 0, refuted: 0, undecided: 0 };
  readonly decidedBy = { exact: 0, doubleDouble: 0, intervals: {} as Record<string, number> };
  readonly regimes: Partial<Record<Regime, number>> = {};
  disagreement: ClaimRun['disagreement'] = null;
  #smallest: Tightest | null = null;
  #undecided: Instance | null = null;

  /** Trivial instances are kept within their share at every moment. */
  hasRoomFor(instance: Instance): boolean {
    const trivial = instance.n === 1 || atomCount(instance) === 1;
    return !trivial || this.trivial + 1 <= MAX_TRIVIAL_SHARE * (this.instances + 1);
  }

  add(instance: Instance, quantities: BestOfN, verdict: Verdict): void {
    this.instances += 1;
    this.outcomes[verdict.outcome] += 1;
    for (const regime of regimesOf(quantities)) this.regimes[regime] = (this.regimes[regime] ?? 0) + 1;
    if (quantities.isTrivial) this.trivial += 1;
    if (verdict.outcome === 'undecided') {
      this.#undecided ??= instance;
      return;
    }
    this.#count(verdict);
    const { outcome, relation, slack } = verdict;
    if (outcome !== 'holds' || !relation || slack === null || quantities.isTrivial) return;
    const candidate = { instance, relation, slack };
    if (!this.#smallest || isTighter(candidate, this.#smallest)) this.#smallest = candidate;
  }

  #count({ by, digits }: Verdict): void {
    if (by === 'exact') this.decidedBy.exact += 1;
    else if (by === 'double-double') this.decidedBy.doubleDouble += 1;
    else this.decidedBy.intervals[digits] = (this.decidedBy.intervals[digits] ?? 0) + 1;
  }

  result(): Pick<
    ClaimRun,
    | 'instances'
    | 'trivial'
    | 'outcomes'
    | 'decidedBy'
    | 'regimes'
    | 'smallestMargin'
    | 'firstUndecided'
    | 'disagreement'
  > {
    const { instances, trivial, outcomes, decidedBy, regimes, disagreement } = this;
    const smallestMargin = this.#smallest && {
      ...printInterval(marginOf(this.#smallest.relation), MARGIN_DIGITS),
      instance: instanceToJson(this.#smallest.instance),
    };
    const firstUndecided = this.#undecided && instanceToJson(this.#undecided);
    return { instances, trivial, outcomes, decidedBy, regimes, smallestMargin, firstUndecided, disagreement };
  }
}
