import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../quantities/best-of-n.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Assumption } from './assumption.ts';
import { checkForm, type REFUTES } from './check-form.ts';
import type { Domain } from './domain.ts';
import type { Instance } from './instance.ts';
import type { OtherSelection } from './instance-schema.ts';
import type { Shares } from './regimes.ts';

/** What is known: a theorem, a falsehood that must be refuted, or an open question. */
export type Expectation = 'holds' | 'fails' | 'open';

/** A side of a relation: a number with the name under which reports show it. */
export interface Side {
  readonly name: string;
  readonly value: Real;
}

/** What a claim says of an instance: left ≤ right or left = right. */
export interface Relation {
  readonly left: Side;
  readonly is: '≤' | '=';
  readonly right: Side;
}

export type { Domain } from './domain.ts';

/**
 * A claim about a selection, best-of-n unless its domain names another. Its formula is `relations`: all of them must hold on every instance of the domain.
 * `secondWays` compute what the formula rests on differently; a certified disagreement there is a fault of the software, not
 * of the claim, and fails the run.
 */
export interface ClaimAbout<E extends Evaluation> {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  /** Paper and place. */
  readonly source: string;
  readonly hypotheses: string;
  readonly expected: Expectation;
  readonly domain: Domain;
  readonly shares: Shares;
  /** What deciding an instance costs, tens of microseconds (the default) or more, and so how many a run looks at. */
  readonly cost?: Cost;
  /** How far out a run looks at it where that costs time in proportion to n or to K. */
  readonly reach?: FarReach;
  /** Where the claim still holds: by default wherever a theorem or open question is asked, and nowhere for a falsehood. */
  readonly survives?: Partial<Record<Assumption, Survival>>;
  /** What is proved of it in Coq. */
  readonly proof?: Proof;
  relations(quantities: E): Iterable<Relation>;
  secondWays?(quantities: E): Iterable<SecondWay>;
  /** The steps of the theorem's proof on the instance's own quantities, in order; from them follows what it claims. */
  derivation?(quantities: E): Iterable<Step>;
}

export type Claim = ClaimAbout<Evaluation>;

/** Theorems of proofs/ that together say what a claim says or, for a falsehood, that it is false. */
export interface Proof {
  readonly theorems: readonly string[];
  /** What the claim says and they do not; left out where they say all of it. */
  readonly beyond?: string;
  /** Of a falsehood, and of nothing else: whether it is false at every policy and n that it speaks of, or at some. */
  readonly refutes?: (typeof REFUTES)[number];
}

/** The most draws and atoms that a run looks at; what the claim says is not limited by that. */
export interface FarReach {
  readonly draws?: number;
  readonly atoms?: number;
}

export type Cost = 'low' | 'medium' | 'high';

/** A step of a proof. A name recurs where the step is taken for every atom. */
export interface Step {
  readonly name: string;
  readonly relation: Relation;
}

export { ASSUMPTIONS, type Assumption } from './assumption.ts';

/** Whether a claim holds there, an instance that refutes it where the search would not find one, or why the question does not arise. */
export type Survival = 'yes' | 'no' | { readonly witness: Instance } | { readonly unasked: string };

/** What a claim says of itself under an assumption. */
export function survival({ expected, survives }: Claim, assumption: Assumption): Survival {
  return survives?.[assumption] ?? (expected === 'fails' ? 'no' : 'yes');
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

type About<S, E extends Evaluation> = Omit<ClaimAbout<E>, 'domain'> & {
  readonly domain: Domain & { readonly selection?: S };
};

/** A claim about best-of-n, whose quantities have what only best-of-n has, such as the estimators. */
export type BestOfNClaim = About<undefined, BestOfN>;

/** Checks a claim's own form, so that a slip in a file is caught when it is loaded. @throws TypeError naming claim and field */
export function defineClaim(claim: BestOfNClaim): Claim;
export function defineClaim(claim: About<OtherSelection, Evaluation>): Claim;
export function defineClaim(claim: Claim): Claim {
  checkForm(claim);
  return Object.freeze(claim);
}
