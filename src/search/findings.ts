import { askAgain } from '../claims/ask-again.ts';
import type { Claim } from '../claims/claim.ts';
import { decideOn, type Outcome, type Verdict } from '../claims/decide.ts';
import type { InDomain } from '../claims/in-domain.ts';
import { atomCount, compareInstances, type Instance, instanceToJson, quantitiesOf } from '../claims/instance.ts';
import { AGREE, HAS_NO_VALUE, PREMISE_FAILS } from '../claims/silent.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Decided, Reach, Silent, Way } from './claim-run.ts';

/** An instance that refutes a claim, the part of the run that checked it, and its number among the instances of this part. */
export interface Refutation {
  readonly instance: InDomain;
  readonly by: Way;
  readonly run: number;
}

export interface Look {
  readonly quantities: Evaluation;
  readonly verdict: Verdict;
}

/** Nothing decided yet. */
export function noOutcomes(): Record<Outcome, number> {
  return { holds: 0, refuted: 0, undecided: 0 };
}

/** Decides a claim on an instance of its domain. */
export function lookAt(claim: Claim, instance: InDomain): Look {
  const quantities = quantitiesOf(instance);
  return { quantities, verdict: decideOn(claim, quantities) };
}

/** Whether an instance refutes a claim. */
export function refutes(claim: Claim): (instance: InDomain) => boolean {
  return (instance) => lookAt(claim, instance).verdict.outcome === 'refuted';
}

/**
 * The first instances, and the first refuted ones, are decided twice, this many of each. That exposes a claim that answers at random
 * and costs the others no time.
 */
const ASKED_TWICE = 20;

/** A summary of all parts of a run: their reach, whether enclosures were needed, and the least instance that refutes the claim. */
export class Findings {
  readonly #claim: Claim;
  readonly #refutedBy = new Set<Way>();
  #least: Refutation | null = null;
  #isExact = true;
  #instances = 0;
  #refuted = 0;
  #draws = 0;
  #atoms = 0;
  #heaviest = 0n;
  #premiseFails = 0;
  #noValue = 0;
  #agree = 0;
  #exact = 0;
  #enclosed = 0;
  #firstWithoutValue: Instance | null = null;

  constructor(claim: Claim) {
    this.#claim = claim;
  }

  /** Decides the claim on the `run`-th instance of a part of the run. */
  look(by: Way, run: number, instance: InDomain): Look {
    this.#measure(instance);
    const look = lookAt(this.#claim, instance);
    if (this.#isAmongFirst(look.verdict)) askAgain(this.#claim, instance, look.verdict);
    if (look.verdict.by !== 'exact') this.#isExact = false;
    this.#hear(look.verdict, instance);
    if (look.verdict.outcome === 'refuted') {
      this.#refutedBy.add(by);
      if (!this.#least || compareInstances(instance, this.#least.instance) < 0) {
        this.#least = { instance, by, run };
      }
    }
    return look;
  }

  #hear({ relation, outcome, by }: Verdict, instance: InDomain): void {
    if (relation === PREMISE_FAILS) this.#premiseFails += 1;
    else if (relation === AGREE) this.#agree += 1;
    else if (relation === HAS_NO_VALUE) {
      this.#noValue += 1;
      this.#firstWithoutValue ??= instance;
    } else if (outcome !== 'undecided') {
      if (by === 'exact') this.#exact += 1;
      else this.#enclosed += 1;
    }
  }

  #isAmongFirst({ outcome }: Verdict): boolean {
    if (outcome === 'refuted') this.#refuted += 1;
    return this.#instances <= ASKED_TWICE || (outcome === 'refuted' && this.#refuted <= ASKED_TWICE);
  }

  #measure(instance: InDomain): void {
    this.#instances += 1;
    this.#draws = Math.max(this.#draws, instance.n);
    this.#atoms = Math.max(this.#atoms, atomCount(instance));
    for (const weight of instance.weights) if (weight > this.#heaviest) this.#heaviest = weight;
  }

  /** The least refuting instance seen. */
  get least(): Refutation | null {
    return this.#least;
  }

  /** The parts of the run that refuted the claim. */
  get refutedBy(): Way[] {
    return [...this.#refutedBy];
  }

  /** Whether every comparison was decided in exact arithmetic. */
  get isExact(): boolean {
    return this.#isExact;
  }

  /** The instances of which the claim says nothing. */
  get silent(): Silent {
    const first = this.#firstWithoutValue;
    return {
      premiseFails: this.#premiseFails,
      noValue: this.#noValue,
      agree: this.#agree,
      firstWithoutValue: first && instanceToJson(first),
    };
  }

  /** How the other instances were decided, in all parts of the run. */
  get decided(): Decided {
    return { exact: this.#exact, enclosed: this.#enclosed };
  }

  /** The largest n, K and number of digits of a weight seen; null where there were no instances. */
  get reach(): Reach | null {
    if (this.#instances === 0) return null;
    return { draws: this.#draws, atoms: this.#atoms, digits: String(this.#heaviest).length };
  }
}
