import { DomainError, RangeExceededError } from '../arithmetic/errors.ts';
import { Following } from './following.ts';
import type { Bond } from './known.ts';
import { roughly } from './numbers.ts';
import { Proportion } from './proportion.ts';
import type { Sides } from './sides.ts';

/** Fewer instances tell nothing. */
const FEWEST_INSTANCES = 10;

/** One way of being related, held against instance after instance. */
interface Comparison {
  add(n: number, ours: Sides, theirs: Sides): void;
  /** False once an instance contradicts it. */
  readonly isPossible: boolean;
  /** Whether the instances so far show it. */
  readonly isShown: boolean;
}

/** A bond that instances alone show. */
export type Between = Exclude<Bond, 'refuted with'>;

const COMPARISONS: Readonly<Record<Between, (is: '≤' | '=') => Comparison>> = {
  same: (is) => new Proportion({ isSigned: is === '≤' }),
  'implied by': () => new Following((ours, theirs) => ({ weaker: ours, stronger: theirs })),
  implies: () => new Following((ours, theirs) => ({ weaker: theirs, stronger: ours })),
};

/** A relation of a known claim that may be related to a conjecture of the same kind. */
export class Candidate {
  /** The known relation in words. */
  readonly states: string;
  readonly #comparisons: Map<Between, Comparison>;
  #instances = 0;
  #distances = 0;

  /** @param bonds the ways of being related that are looked for, the first ones first */
  constructor(states: string, is: '≤' | '=', bonds: readonly Between[]) {
    this.states = states;
    this.#comparisons = new Map(bonds.map((bond) => [bond, COMPARISONS[bond](is)]));
  }

  get instances(): number {
    return this.#instances;
  }

  /** Compares the two on one more instance. */
  add(n: number, ours: Sides, theirs: Sides): void {
    this.#instances += 1;
    for (const [bond, comparison] of this.#comparisons) {
      if (!isStillPossible(comparison, () => comparison.add(n, ours, theirs))) this.#comparisons.delete(bond);
    }
    if (this.isPossible) this.#distances += distance(ours, theirs);
  }

  get isPossible(): boolean {
    return this.#comparisons.size > 0;
  }

  /** How the two are related on all instances so far; null where they are not, or the instances are too few. */
  get bond(): Between | null {
    if (this.#instances < FEWEST_INSTANCES) return null;
    for (const [bond, { isShown }] of this.#comparisons) if (isShown) return bond;
    return null;
  }

  /** How far the margins are from each other on average. It puts candidates in order and decides nothing. */
  get distance(): number {
    return this.#distances / this.#instances;
  }
}

/** False also where nothing is known of a number, as it is too large. */
function isStillPossible(comparison: Comparison, add: () => void): boolean {
  try {
    add();
    return comparison.isPossible;
  } catch (error) {
    if (error instanceof DomainError || error instanceof RangeExceededError) return false;
    throw error;
  }
}

function distance({ margin: ours }: Sides, { margin: theirs }: Sides): number {
  const [a, b] = [Math.abs(roughly(ours)), Math.abs(roughly(theirs))];
  return a === b ? 0 : Math.abs(a - b) / Math.max(a, b);
}
