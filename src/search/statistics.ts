import type { Claim, CrossCheck, Relation } from '../claims/claim.ts';
import { decideOn, marginOf, type Verdict } from '../claims/decide.ts';
import { firstBrokenStep, stepNames } from '../claims/derivation.ts';
import { atomCount, compareInstances, type Instance, instanceToJson, quantitiesOf } from '../claims/instance.ts';
import { type Regime, regimesOf } from '../claims/regimes.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { ClaimRun, Derived } from './claim-run.ts';
import { noOutcomes } from './findings.ts';
import { printedMargin } from './margin.ts';
import type { Tally } from './part-run.ts';

/** At most this share of a claim's instances may have n = 1 or a single atom. */
export const MAX_TRIVIAL_SHARE = 0.05;
/** The steps of a proof are checked on this many instances. */
const DERIVED = 300;

/** An instance on which the claim holds, its tightest inequality, and a lower bound of the margin there. */
interface Tightest {
  readonly instance: Instance;
  readonly relation: Relation;
  readonly slack: number;
}

/** Compares the lower bounds; where these underflow a double, the enclosures; then the sizes of the instances. */
function isTighter(a: Tightest, b: Tightest): boolean {
  if (a.slack !== b.slack) return a.slack < b.slack;
  const order = a.slack === 0 ? marginOf(a.relation).lo.cmp(marginOf(b.relation).lo) : 0;
  return order < 0 || (order === 0 && compareInstances(a.instance, b.instance) < 0);
}

/** The least margin of a claim on some instances; null where there is no instance on which an inequality holds. */
export function smallestMarginOf(claim: Claim, instances: readonly Instance[]): ClaimRun['smallestMargin'] {
  let smallest: Tightest | null = null;
  for (const instance of instances) {
    const { relation, slack } = decideOn(claim, quantitiesOf(instance));
    if (!relation || slack === null) continue;
    const candidate = { instance, relation, slack };
    if (!smallest || isTighter(candidate, smallest)) smallest = candidate;
  }
  return smallest && printed(smallest);
}

function printed({ instance, relation }: Tightest): NonNullable<ClaimRun['smallestMargin']> {
  return { ...printedMargin(relation), instance: instanceToJson(instance) };
}

/** The steps that were checked on some instances, and the number of these. */
interface StepsChecked {
  readonly steps: Set<string>;
  instances: number;
}

/** The running counts of a survey, or of a piece of it. */
export class Statistics {
  /** The number of the last instance, from 1, in the whole survey. */
  instances = 0;
  trivial = 0;
  readonly outcomes = noOutcomes();
  readonly decidedBy = { exact: 0, doubleDouble: 0, intervals: {} as Record<string, number> };
  readonly regimes: Partial<Record<Regime, number>> = {};
  #disagreement: ClaimRun['disagreement'] = null;
  #noticedAt: number | null = null;
  readonly #claim: Claim;
  readonly #withMargins: boolean;
  /** On the first instances, and on refuted ones after these. */
  readonly #derived: { readonly first: StepsChecked; readonly refuted: StepsChecked } = {
    first: { steps: new Set(), instances: 0 },
    refuted: { steps: new Set(), instances: 0 },
  };
  #broken: Derived['broken'] = null;
  #smallest: Tightest | null = null;
  #undecided: Instance | null = null;
  #counted = 0;
  /** The instances of the block so far, and the trivial ones of these. */
  #inBlock = 0;
  #trivialInBlock = 0;

  /** @param withMargins whether to follow the smallest margin, which can cost more than deciding the claim */
  constructor(claim: Claim, { withMargins }: { readonly withMargins: boolean }) {
    this.#claim = claim;
    this.#withMargins = withMargins;
  }

  /** Whether an instance is not trivial or the share of trivial ones allows one more. */
  hasRoomFor(instance: Instance): boolean {
    const trivial = instance.n === 1 || atomCount(instance) === 1;
    return !trivial || this.#trivialInBlock + 1 <= MAX_TRIVIAL_SHARE * (this.#inBlock + 1);
  }

  /** Begins a block, after `before` instances of the survey. */
  beginBlock(before: number): void {
    this.instances = before;
    this.#inBlock = 0;
    this.#trivialInBlock = 0;
  }

  /** Passes over an instance of another piece, which decides for which later ones there is room. */
  pass(instance: Instance): void {
    this.#enter(quantitiesOf(instance));
  }

  #enter({ isTrivial }: Evaluation): void {
    this.instances += 1;
    this.#inBlock += 1;
    if (isTrivial) this.#trivialInBlock += 1;
  }

  add(instance: Instance, quantities: Evaluation, verdict: Verdict): void {
    this.#enter(quantities);
    this.#counted += 1;
    this.outcomes[verdict.outcome] += 1;
    if (this.instances <= DERIVED || (verdict.outcome === 'refuted' && !this.#broken))
      this.#derive(instance, quantities);
    for (const regime of regimesOf(quantities)) this.regimes[regime] = (this.regimes[regime] ?? 0) + 1;
    if (quantities.isTrivial) this.trivial += 1;
    if (verdict.outcome === 'refuted' && this.#claim.expected !== 'fails') this.#notice();
    if (verdict.outcome === 'undecided') {
      this.#undecided ??= instance;
      return;
    }
    this.#count(verdict);
    if (!this.#withMargins || verdict.outcome !== 'holds' || quantities.isTrivial) return;
    const { relation, slack } = verdict;
    if (!relation || slack === null) return;
    const candidate = { instance, relation, slack };
    if (!this.#smallest || isTighter(candidate, this.#smallest)) this.#smallest = candidate;
  }

  /** Records a cross-check that disagrees; only the first is kept. */
  disagree(way: CrossCheck, instance: Instance): void {
    this.#disagreement ??= { name: way.name, instance: instanceToJson(instance) };
    this.#notice();
  }

  get disagreement(): ClaimRun['disagreement'] {
    return this.#disagreement;
  }

  #notice(): void {
    this.#noticedAt ??= this.instances;
  }

  #derive(instance: Instance, quantities: Evaluation): void {
    if (!this.#claim.derivation) return;
    const derived = this.instances <= DERIVED ? this.#derived.first : this.#derived.refuted;
    derived.instances += 1;
    const broken = this.#broken
      ? null
      : firstBrokenStep(this.#claim, quantities, ({ name }) => void derived.steps.add(name));
    // The steps after a broken one have names too.
    if (this.#broken || broken) for (const name of stepNames(this.#claim, quantities)) derived.steps.add(name);
    if (broken) {
      this.#broken = { step: broken.name, instance: instanceToJson(instance) };
      this.#notice();
    }
  }

  #count({ by, digits }: Verdict): void {
    if (by === 'exact') this.decidedBy.exact += 1;
    else if (by === 'double-double') this.decidedBy.doubleDouble += 1;
    else this.decidedBy.intervals[digits] = (this.decidedBy.intervals[digits] ?? 0) + 1;
  }

  result(): Tally {
    const { trivial, outcomes, decidedBy, regimes, disagreement } = this;
    const { first, refuted } = this.#derived;
    return {
      instances: this.#counted,
      trivial,
      outcomes,
      decidedBy,
      regimes,
      smallestMargin: this.#smallest && printed(this.#smallest),
      firstUndecided: this.#undecided && instanceToJson(this.#undecided),
      disagreement,
      noticedAt: this.#noticedAt,
      derived: this.#claim.derivation ? { first: listed(first), refuted: listed(refuted), broken: this.#broken } : null,
    };
  }
}

function listed({ steps, instances }: StepsChecked): { steps: string[]; instances: number } {
  return { steps: [...steps], instances };
}
