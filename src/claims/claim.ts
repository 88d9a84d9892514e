import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../theory/best-of-n.ts';
import type { Shares } from './regimes.ts';

/** What is known: a theorem, a falsehood that must be refuted, or an open question. */
export type Expectation = 'holds' | 'fails' | 'open';

/** A number with the name under which reports show it. */
export interface Quantity {
  readonly name: string;
  readonly value: Real;
}

/** What a claim says of an instance: left ≤ right or left = right. */
export interface Relation {
  readonly left: Quantity;
  readonly is: '≤' | '=';
  readonly right: Quantity;
}

/** The inputs that a claim speaks of. */
export interface Domain {
  /** Least number of atoms K. */
  readonly atoms: number;
  /** Least number of draws n. */
  readonly draws: number;
}

/**
 * A claim about best-of-n. Its formula is `relations`: all of them must hold on every instance of the domain.
 * `secondWays` compute what the formula rests on differently; a certified disagreement there is a fault of the software, not
 * of the claim, and fails the run.
 */
export interface Claim {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** Paper and place. */
  readonly source: string;
  readonly hypotheses: string;
  readonly expected: Expectation;
  readonly domain: Domain;
  readonly shares: Shares;
  /** What deciding an instance costs, tens of microseconds (the default) or more, and so how many the canonical run visits. */
  readonly cost?: 'low' | 'high';
  relations(quantities: BestOfN): Iterable<Relation>;
  secondWays?(quantities: BestOfN): Iterable<SecondWay>;
}

/** Distinct instances that the canonical run visits for a claim. */
export function canonicalRuns({ cost = 'low' }: Claim): number {
  return cost === 'low' ? 50_000 : 3_000;
}

/** Two computations of one number. */
export interface SecondWay {
  readonly name: string;
  readonly one: Real;
  readonly other: Real;
}

export function atMost(leftName: string, left: Real, rightName: string, right: Real): Relation {
  return { left: { name: leftName, value: left }, is: '≤', right: { name: rightName, value: right } };
}

export function equal(leftName: string, left: Real, rightName: string, right: Real): Relation {
  return { left: { name: leftName, value: left }, is: '=', right: { name: rightName, value: right } };
}

/** Checks a claim's own form, so that a slip in a file is caught when it is loaded. @throws TypeError */
export function defineClaim(claim: Claim): Claim {
  if (!/^[a-z][a-z0-9-]*$/.test(claim.id))
    throw new TypeError(`the claim id ${JSON.stringify(claim.id)} is not kebab-case`);
  const share = Object.entries(claim.shares).find(([, value]) => !(value >= 0 && value <= 1));
  if (share) throw new TypeError(`claim ${claim.id}: the share of ${share[0]} is not between 0 and 1`);
  return Object.freeze(claim);
}
