import { compare } from '../../arithmetic/compare.ts';
import type { Rational } from '../../arithmetic/rational.ts';
import type { Claim } from '../../claims/claim.ts';
import { coqOf } from '../../claims/expression/coq.ts';
import type { Expression, Statement as Tree } from '../../claims/expression/expression.ts';
import { KL } from '../../claims/expression/symbols.ts';
import { FinitePolicy } from '../../policy/finite-policy.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import type { Atom } from './atoms.ts';
import { ATOMS } from './known-quantities.ts';
import { Lacking } from './lacking.ts';
import { onInstance } from './on-instance.ts';
import { type Quantities, quantitiesIn } from './quantities.ts';
import { namesIn, type Subject, subjectOf } from './subject.ts';

/** A claim's statement about one subject, in the terms of proofs/Definitions.v. */
export interface Statement {
  readonly left: string;
  readonly is: '≤' | '=';
  readonly right: string;
  /** The quantities in it that must be computed. */
  readonly atoms: readonly Atom[];
  /** Where sums over atoms are written out: the decimal digits by which errors of the quantities can grow. */
  readonly growth?: number;
  /** A second policy: the name of its list, its own name, and its probabilities. */
  readonly other?: { readonly list: string; readonly name: string; readonly masses: readonly Rational[] };
}

/** The quantities of an expression that must be computed, each once; null where one is not known in Coq. */
function atomsOf(expression: Expression<BestOfN>, of: Quantities, { draws }: Subject): readonly Atom[] | null {
  const inner = (part: Expression<BestOfN>): readonly Atom[] | null => {
    switch (part.kind) {
      case 'quantity': {
        const atom = ATOMS.get(part);
        return atom ? [atom(of)] : part.definition && inner(part.definition);
      }
      case 'number':
      case 'draws':
        return [];
      case 'at':
        return part.of === KL ? [of.kl(part.factor * draws)] : null;
      case 'log':
        return part.of.kind === 'draws' ? [of.logDraws()] : null;
      case 'power':
        return inner(part.base);
      case 'sum':
      case 'difference':
      case 'product':
      case 'quotient': {
        const [left, right] = [inner(part.left), inner(part.right)];
        return left && right && [...left, ...right];
      }
      default:
        return null;
    }
  };
  return inner(expression);
}

/** The statement of a claim whose relation is data; null where a quantity of it is not known in Coq. */
function statementOfTree({ left, is, right }: Tree<BestOfN>, subject: Subject): Statement | null {
  const of = quantitiesIn(subject);
  const names = namesIn(subject);
  const [one, other] = [coqOf(left, names), coqOf(right, names)];
  const [lower, upper] = [atomsOf(left, of, subject), atomsOf(right, of, subject)];
  if (one === null || other === null || !lower || !upper) return null;
  const atoms = new Map([...lower, ...upper].map((atom) => [atom.coq, atom]));
  return { left: one, is, right: other, atoms: [...atoms.values()] };
}

/** The statement of a relation on one instance, with sums over atoms written out. @throws Lacking for what certificates do not have. */
export function statementOnInstance({ left, is, right }: Tree, subject: Subject): Statement {
  const [one, other] = [onInstance(left, subject), onInstance(right, subject)];
  const [lower, upper] = [coqOf(one.tree), coqOf(other.tree)];
  if (lower === null || upper === null) throw new Lacking('one of its quantities');
  const atoms = new Map([...one.atoms, ...other.atoms].map((atom) => [atom.coq, atom]));
  return {
    left: lower,
    is,
    right: upper,
    atoms: [...atoms.values()],
    growth: Math.ceil(Math.max(one.growth, other.growth)),
  };
}

type Says = (of: Quantities, subject: Subject) => Statement;

const FAIR = FinitePolicy.fromWeights([1n, 1n]);

/** The claims whose statement depends on the instance, or compares two policies. */
const SPECIAL: Readonly<Record<string, Says>> = {
  'kl-by-n-alone': (of) => {
    const fair = of.klOf(FAIR, 'halves', 'fair');
    const other = { list: 'halves', name: 'fair', masses: [FAIR.mass(0), FAIR.mass(1)] };
    return { left: of.kl().coq, is: '=', right: fair.coq, atoms: [of.kl(), fair], other };
  },
  'estimator-at-largest': klBelowEstimator,
  'estimator-pointwise-kl': klBelowEstimator,
  'estimator-pointwise-ratio': (of, { masses }) => {
    const fails = (i: number): boolean => compare(of.logRatio(i).value, of.estimatorAt(i).value).order === 'greater';
    const at = Math.max(0, [...masses.keys()].findIndex(fails));
    const atoms = [of.logRatio(at), of.estimatorAt(at)] as const;
    return { left: atoms[0].coq, is: '≤', right: atoms[1].coq, atoms };
  },
};

/** KL ≤ estimator, at the heaviest outcome, where the estimator is least. */
function klBelowEstimator(of: Quantities, { masses }: Subject): Statement {
  const heaviest = masses.reduce((best, mass, i) => (mass.compare(masses[best] as Rational) > 0 ? i : best), 0);
  const atoms = [of.kl(), of.estimatorAt(heaviest)] as const;
  return { left: atoms[0].coq, is: '≤', right: atoms[1].coq, atoms };
}

/** A claim's statement about a subject; null for a claim whose failure cannot be certified. */
export function statementOf(claim: Claim, subject: Subject): Statement | null {
  const says = Object.hasOwn(SPECIAL, claim.id) ? SPECIAL[claim.id] : undefined;
  if (says) return says(quantitiesIn(subject), subject);
  const [tree, ...more] = claim.states ?? [];
  return tree && more.length === 0 ? statementOfTree(tree, subject) : null;
}

/** Whether the failure of a claim can be certified. proofs/Certificates.v is about an integer number of draws. */
export function isCertifiable(claim: Claim): boolean {
  return claim.expected === 'fails' && !claim.domain.realDraws && statementOf(claim, EXAMPLE) !== null;
}

/** Whether a claim can be certified does not depend on the subject. */
const EXAMPLE = subjectOf({ weights: [1n, 2n], ranks: [0, 1], n: 2 }, 'an example');
