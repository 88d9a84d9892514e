import { compare } from '../../arithmetic/compare.ts';
import type { Rational } from '../../arithmetic/rational.ts';
import { FinitePolicy } from '../../policy/finite-policy.ts';
import type { Atom } from './atoms.ts';
import { type Quantities, quantitiesIn } from './quantities.ts';
import type { Subject } from './subject.ts';

/** A claim's statement about one subject, in the terms of proofs/Definitions.v. */
export interface Statement {
  readonly left: string;
  readonly is: '≤' | '=';
  readonly right: string;
  /** The quantities in it that must be computed. */
  readonly atoms: readonly Atom[];
  /** A second policy: the name of its list, its own name, and its probabilities. */
  readonly other?: { readonly list: string; readonly name: string; readonly masses: readonly Rational[] };
}

type Says = (of: Quantities, subject: Subject) => Statement;

const FAIR = FinitePolicy.fromWeights([1n, 1n]);

const klIs =
  (right: (of: Quantities, n: string) => [string, ...Atom[]]): Says =>
  (of, { draws }) => {
    const [text, ...atoms] = right(of, `INR ${draws}`);
    return { left: of.kl().coq, is: '=', right: text, atoms: [of.kl(), ...atoms] };
  };

const ratio = (above: string, below: string): string => `${above} / (${below})`;

/** The claims whose failure can be certified, each as it is written in properties/. */
const STATEMENTS: Readonly<Record<string, Says>> = {
  equality: klIs((of) => [of.formula().coq, of.formula()]),
  'kl-log-n': klIs((of) => [of.logDraws().coq, of.logDraws()]),
  'kl-log-n-minus': klIs((of, n) => [`${of.logDraws().coq} - 1 / ${n}`, of.logDraws()]),
  'kl-log2': klIs((of, n) => [`${of.binaryLog().coq} - (${n} - 1) / ${n}`, of.binaryLog()]),
  'kl-by-n-alone': (of) => {
    const fair = of.klOf(FAIR, 'halves', 'fair');
    const other = { list: 'halves', name: 'fair', masses: [FAIR.mass(0), FAIR.mass(1)] };
    return { left: of.kl().coq, is: '=', right: fair.coq, atoms: [of.kl(), fair], other };
  },
  'kl-below-log-n-minus-one': (of) => ({
    left: of.kl().coq,
    is: '≤',
    right: `${of.logDraws().coq} - 1`,
    atoms: [of.kl(), of.logDraws()],
  }),
  'kl-near-formula': (of) => ({
    left: `${of.formula().coq} - 1`,
    is: '≤',
    right: of.kl().coq,
    atoms: [of.kl(), of.formula()],
  }),
  'kl-concave': (of, { draws }) => ({
    left: `${of.kl().coq} + ${of.kl(4 * draws).coq}`,
    is: '≤',
    right: `2 * ${of.kl(2 * draws).coq}`,
    atoms: [of.kl(), of.kl(2 * draws), of.kl(4 * draws)],
  }),
  'gap-lower-quadratic': (of, { draws }) => ({
    left: `2 * INR ${draws} * (INR ${draws} - 1) * ${of.powerSum(2).coq}`,
    is: '≤',
    right: `${of.formula().coq} - ${of.kl().coq}`,
    atoms: [of.kl(), of.formula(), of.powerSum(2)],
  }),
  'win-rate-equality': (of, { draws }) => ({
    left: of.winRate().coq,
    is: '=',
    right: ratio(`INR ${draws}`, `INR ${draws} + 1`),
    atoms: [of.winRate()],
  }),
  'ties-as-wins': (of, { draws }) => ({
    left: of.winsAndTies().coq,
    is: '≤',
    right: ratio(`INR ${draws}`, `INR ${draws} + 1`),
    atoms: [of.winsAndTies()],
  }),
  'estimator-at-largest': klBelowEstimator,
  'estimator-pointwise-kl': klBelowEstimator,
  'estimator-pointwise-ratio': (of, { masses }) => {
    const fails = (i: number): boolean => compare(of.logRatio(i).value, of.estimatorAt(i).value).order === 'greater';
    const at = Math.max(0, [...masses.keys()].findIndex(fails));
    const atoms = [of.logRatio(at), of.estimatorAt(at)] as const;
    return { left: atoms[0].coq, is: '≤', right: atoms[1].coq, atoms };
  },
  'estimator-ratio': (of) => ({
    left: of.betterEstimatorMean().coq,
    is: '≤',
    right: `9 / 10 * ${of.estimatorMean().coq} + 1 / 10 * ${of.kl().coq}`,
    atoms: [of.betterEstimatorMean(), of.estimatorMean(), of.kl()],
  }),
  'chi-square-equality': (of, { draws }) => ({
    left: of.chiSquare().coq,
    is: '=',
    right: ratio(`(INR ${draws} - 1) ^ 2`, `2 * INR ${draws} - 1`),
    atoms: [of.chiSquare()],
  }),
  'renyi-equality': (of) => ({
    left: of.renyi().coq,
    is: '=',
    right: of.renyiBound().coq,
    atoms: [of.renyi(), of.renyiBound()],
  }),
};

/** KL ≤ estimator, at the heaviest outcome, where the estimator is least. */
function klBelowEstimator(of: Quantities, { masses }: Subject): Statement {
  const heaviest = masses.reduce((best, mass, i) => (mass.compare(masses[best] as Rational) > 0 ? i : best), 0);
  const atoms = [of.kl(), of.estimatorAt(heaviest)] as const;
  return { left: atoms[0].coq, is: '≤', right: atoms[1].coq, atoms };
}

/** A claim's statement about a subject; null for a claim whose failure cannot be certified. */
export function statementOf(claim: string, subject: Subject): Statement | null {
  const says = Object.hasOwn(STATEMENTS, claim) ? STATEMENTS[claim] : undefined;
  return says?.(quantitiesIn(subject), subject) ?? null;
}

/** The claims whose failure can be certified. */
export const CERTIFIABLE: readonly string[] = Object.keys(STATEMENTS);
