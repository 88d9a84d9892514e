import type { Real } from '../arithmetic/real.ts';
import type { BestOfN } from '../quantities/best-of-n.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Assumption } from './assumption.ts';
import { checkForm } from './check-form.ts';
import type { ClaimForm } from './claim-schema.ts';
import type { Domain } from './domain.ts';
import { relationOf } from './expression/evaluate.ts';
import { isStatement, type Statement } from './expression/expression.ts';
import { statementText } from './expression/text.ts';
import type { OtherSelection } from './instance-schema.ts';
import type { Shares } from './regimes.ts';
import type { Relation } from './relation.ts';

export type { Domain } from './domain.ts';
export type { Relation, Side } from './relation.ts';
/**
 * What is known of a claim: a theorem, a falsehood or an open question.
 * @useDeclaredType
 */
export type Expectation = ClaimForm['expected'];
/** What deciding one instance of a claim costs: `low`, `medium` or `high`. It sets how many instances a run looks at. */
export type Cost = NonNullable<ClaimForm['cost']>;
export type FarReach = NonNullable<ClaimForm['reach']>;
/**
 * How a claim fares without one hypothesis: `holds`, `fails`, `{ witness }` for an instance at which it fails, or `{ notApplicable }` for
 * the reason why the question has no meaning.
 */
export type Extension = NonNullable<NonNullable<ClaimForm['extensions']>[Assumption]>;

/**
 * A claim about a selection, which is best-of-n unless its domain names another. `relations` states the claim: all of them must hold on
 * every instance of the domain. `crossChecks` are cross-checks: they compute the same quantities in other ways. A certified disagreement
 * between the two is a fault of the software, not of the claim, and fails the run. Where the relations are data, `states` has them, and
 * `relations` is worked out from it.
 */
export interface ClaimAbout<E extends Evaluation> extends ClaimForm {
  /** The instances that it is about. */
  readonly domain: Domain;
  /** The least shares of the instances that a run looks at in each regime. */
  readonly shares: Shares;
  /** How the claim fares where each assumption fails. By default a theorem or open question holds, and a falsehood does not. */
  readonly extensions?: Readonly<Partial<Record<Assumption, Extension>>>;
  /** The relations as data, from which `relations` is worked out. */
  readonly states?: readonly Statement<E>[];
  /** The relations on one instance. All of them must hold on every instance of the domain. */
  relations(quantities: E): Iterable<Relation>;
  /** Quantities of the relations, each computed in two ways. */
  crossChecks?(quantities: E): Iterable<CrossCheck>;
  /** The steps of the theorem's proof, in order, evaluated on the instance's quantities. Together they imply the claim. */
  derivation?(quantities: E): Iterable<Step>;
}

/**
 * A claim about a selection, as `defineClaim` returns it.
 * @interface
 */
export type Claim = ClaimAbout<Evaluation>;

/** A step of a proof. A step that is taken for every atom has the same name each time. */
export interface Step {
  readonly name: string;
  readonly relation: Relation;
}

export { ASSUMPTIONS, type Assumption } from './assumption.ts';

/** The declared outcome of a claim where an assumption fails, or the default. */
export function extension({ expected, extensions }: Claim, assumption: Assumption): Extension {
  return extensions?.[assumption] ?? (expected === 'fails' ? 'fails' : 'holds');
}

/** A cross-check: two computations of one number. */
export interface CrossCheck {
  readonly name: string;
  readonly one: Real;
  readonly other: Real;
}

/** The relation left ≤ right between two named numbers. */
export function atMost(leftName: string, left: Real, rightName: string, right: Real): Relation {
  return { left: { name: leftName, value: left }, is: '≤', right: { name: rightName, value: right } };
}

/** The relation left = right between two named numbers. */
export function equal(leftName: string, left: Real, rightName: string, right: Real): Relation {
  return { left: { name: leftName, value: left }, is: '=', right: { name: rightName, value: right } };
}

/** A claim whose relations are data. Their text is its statement where it gives none. */
type Stated<E extends Evaluation> = Omit<ClaimAbout<E>, 'relations' | 'statement' | 'states'> & {
  readonly statement?: string;
  readonly states: readonly Statement<E>[];
};

type About<S, E extends Evaluation> = (Omit<ClaimAbout<E>, 'domain' | 'states'> | Omit<Stated<E>, 'domain'>) & {
  readonly domain: Domain & { readonly selection?: S };
};

/**
 * What `defineClaim` takes for a claim about best-of-n. Its quantities include those that only best-of-n has, such as the estimators.
 * docs/claims.md describes the fields.
 */
export type BestOfNClaim = About<undefined, BestOfN>;

/** Checks the form of a claim, so that a mistake in its file is caught on loading. @throws TypeError naming claim and field */
export function defineClaim(claim: BestOfNClaim): Claim;
export function defineClaim(claim: About<OtherSelection, Evaluation>): Claim;
export function defineClaim(given: Claim | Stated<Evaluation>): Claim {
  const claim = isStated(given) ? withRelationsOf(given) : given;
  checkForm(claim);
  return Object.freeze(claim);
}

/** The relations that were worked out from `states`. */
const worked = new WeakSet<Claim['relations']>();

/** Whether a claim gives its relations as data. @throws TypeError where it gives them otherwise, too, or in another form. */
function isStated(claim: Claim | Stated<Evaluation>): claim is Stated<Evaluation> {
  if (typeof claim !== 'object' || claim === null || claim.states === undefined) return false;
  if ('relations' in claim && worked.has(claim.relations)) return false;
  const id = `claim ${claim.id}`;
  if ('relations' in claim) throw new TypeError(`${id}: states and relations exclude each other`);
  if (!Array.isArray(claim.states) || claim.states.length === 0 || !claim.states.every(isStatement))
    throw new TypeError(`${id}: states must be a list of what isAtMost and isEqualTo return, not empty`);
  return true;
}

/** The claim with its relations and, where it gives none, its statement. It keeps the methods of a class. */
function withRelationsOf(claim: Stated<Evaluation>): Claim {
  const all = claim.states.map(relationOf);
  const relations = (q: Evaluation): Relation[] => all.map((relation) => relation(q));
  worked.add(relations);
  const statement = claim.statement ?? claim.states.map(statementText).join(' and ');
  return Object.assign(Object.create(Object.getPrototypeOf(claim)), claim, { statement, relations });
}
