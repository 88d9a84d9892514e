import { DomainError } from '../../arithmetic/errors.ts';
import { asRational } from '../../arithmetic/forms.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { type Real, rationalReal } from '../../arithmetic/real.ts';
import { CHI_SQUARE, LARGEST_RATIO, REVERSE_KL } from '../../claims/expression/divergence-symbols.ts';
import { evaluate } from '../../claims/expression/evaluate.ts';
import {
  type Expression,
  log,
  minus,
  type NamedQuantity,
  named,
  over,
  type Parametric,
  type Sequence,
  times,
} from '../../claims/expression/expression.ts';
import {
  ATOMLESS_KL,
  BETTER_MEAN,
  ESTIMATOR_MEAN,
  GAP,
  KL,
  SQUARES,
  WIN_RATE,
} from '../../claims/expression/symbols.ts';
import { checkMass, checkQuantile } from '../../policy/arguments.ts';
import { BestOfN } from '../../quantities/best-of-n.ts';
import { HELLINGER_DISTANCE, RENYI_DIVERGENCE } from '../../quantities/divergence-quantities.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { BETTER_ESTIMATOR, LOCAL_GAP } from '../../quantities/local-quantities.ts';
import { otherKl, weightsOnAtoms, winRateOf } from '../../quantities/other-policy.ts';
import { powerSum } from '../../quantities/renyi.ts';
import { kappa } from '../../regions/kappa.ts';
import { item, MASS, OTHER, SELECTED } from './sequences.ts';
import { FAST_TOTAL_VARIATION } from './total-variation.ts';

const ZERO = rationalReal(Rational.ZERO);

/** A quantity in an expression about any selection. Names that need best-of-n are refused for others by `BEST_OF_N_ONLY`. */
function general<E extends Evaluation>(of: NamedQuantity<E>): NamedQuantity<Evaluation> {
  return of as unknown as NamedQuantity<Evaluation>;
}

/** The names that are defined for best-of-n only. */
export const BEST_OF_N_ONLY: ReadonlySet<string> = new Set([
  ...['D', 'gap', 'est', 'est*', 'better', 'gamma', 'g', 'kappa'],
]);

function checked(q: Evaluation, name: string): BestOfN {
  if (q instanceof BestOfN) return q;
  throw new DomainError(`${name} is defined only for best-of-n, not for the selection ${q.rule.name}`);
}

function rationalQuantity(
  text: string,
  latex: string,
  rational: (q: Evaluation) => Rational,
): NamedQuantity<Evaluation> {
  return named<Evaluation>({ text, latex, rational, value: (q) => rationalReal(rational(q)) });
}

/** A name for an expression. */
function shorthand(text: string, latex: string, of: Expression): NamedQuantity<Evaluation> {
  return named<Evaluation>({ text, latex, expansion: of, value: (q) => evaluate(of, q) });
}

/** The quantities of the second policy. */
const ofOther = new WeakSet<object>();

function markedOther(of: NamedQuantity<Evaluation>): NamedQuantity<Evaluation> {
  ofOther.add(of);
  return of;
}

/** Whether an expression is a number of the second policy. */
export function isOfOther(of: Expression): boolean {
  return of.kind === 'item' ? of.of === OTHER : ofOther.has(of);
}

const masses = ({ policy }: Evaluation): Rational[] => policy.atoms.map((_, i) => policy.mass(i));
const larger = (a: Rational, b: Rational): Rational => (a.compare(b) >= 0 ? a : b);

/** An index that no formula can have, for sums that a name stands for. */
const INDEX = 'i*';
const EACH = { from: { index: INDEX }, plus: 0 };
const ALL = { index: INDEX, first: { from: null, plus: 1 }, last: { from: 'K', plus: 0 } } as const;

export function sumOverAtoms(body: Expression): Expression {
  return { kind: 'over', name: 'sum', range: ALL, body };
}

function divergenceOf(a: Sequence<Evaluation>, b: Sequence<Evaluation>): Expression {
  return sumOverAtoms(times(item(a, EACH), minus(log(item(a, EACH)), log(item(b, EACH)))));
}

/** KL(a‖b) of two laws on the atoms. */
export function divergence(a: Sequence<Evaluation>, b: Sequence<Evaluation>): NamedQuantity<Evaluation> {
  const made = shorthand(`KL(${a.text}‖${b.text})`, `\\mathrm{KL}(${a.latex}\\|${b.latex})`, divergenceOf(a, b));
  return a === OTHER || b === OTHER ? markedOther(made) : made;
}

/** −Σ p_i log p_i of a law. */
export function entropy(of: Sequence<Evaluation>): NamedQuantity<Evaluation> {
  const sum = minus(0, sumOverAtoms(times(item(of, EACH), log(item(of, EACH)))));
  if (of === MASS) return shorthand('H', 'H', sum);
  const made = shorthand(`H(${of.text})`, `H(${of.latex})`, sum);
  return of === OTHER ? markedOther(made) : made;
}

/** The Rényi entropy of the reference of an order other than 1. */
export function renyiEntropy(order: Rational): NamedQuantity<Evaluation> {
  const power: Expression = { kind: 'raised', base: item(MASS, EACH), exponent: { kind: 'number', value: order } };
  const rest: Expression = { kind: 'number', value: Rational.ONE.sub(order) };
  return shorthand(`H_${order}`, `H_{${order}}`, over(log(sumOverAtoms(power)), rest));
}

export function powerSums(k: number): NamedQuantity<Evaluation> {
  if (k === 2) return SQUARES;
  const text = `Σ p_i^${k}`;
  const expansion = sumOverAtoms({ kind: 'power', base: item(MASS, EACH), exponent: k });
  const rational = ({ policy }: Evaluation): Rational => powerSum(policy, k);
  return named({ text, latex: `\\sum_i p_i^{${k}}`, expansion, rational, value: (q) => rationalReal(rational(q)) });
}

export function renyiDivergence(order: Rational): NamedQuantity<Evaluation> {
  const ratio = over(item(SELECTED, EACH), item(MASS, EACH));
  const power: Expression = { kind: 'raised', base: ratio, exponent: { kind: 'number', value: order } };
  const less: Expression = { kind: 'number', value: order.sub(Rational.ONE) };
  return named<Evaluation>({
    text: `D_${order}(π‖p)`,
    short: `D_${order}`,
    latex: `D_{${order}}(\\pi\\|p)`,
    expansion: over(log(sumOverAtoms(times(item(MASS, EACH), power))), less),
    value: (q) => q.of(RENYI_DIVERGENCE, order),
  });
}

const largest = rationalQuantity('pmax', 'p_{\\max}', (q) => masses(q).reduce(larger));

/** The names of single numbers. */
export const QUANTITIES: Readonly<Record<string, NamedQuantity<Evaluation>>> = {
  K: rationalQuantity('K', 'K', ({ policy }) => Rational.of(policy.atoms.length)),
  KL,
  D: general(ATOMLESS_KL),
  gap: general(GAP),
  W: WIN_RATE,
  pmin: rationalQuantity('pmin', 'p_{\\min}', (q) => masses(q).reduce((a, b) => (larger(a, b) === a ? b : a))),
  pmax: largest,
  eps: shorthand('ε_∞', '\\varepsilon_\\infty', item(MASS, { from: 'K', plus: 0 })),
  H: entropy(MASS),
  Hinf: shorthand('H_∞', 'H_\\infty', minus(0, log(largest))),
  TV: FAST_TOTAL_VARIATION,
  chi2: general(CHI_SQUARE),
  hell2: named<Evaluation>({
    text: 'H²(π‖p)',
    latex: 'H^2(\\pi\\|p)',
    latexAt: (draws) => `H^2(\\pi^{(${draws})}\\|p)`,
    value: (q) => q.of(HELLINGER_DISTANCE),
  }),
  Dinf: general(LARGEST_RATIO),
  est: general(ESTIMATOR_MEAN),
  'est*': general(BETTER_MEAN),
  kappa: named<Evaluation>({
    text: 'κ_n',
    latex: '\\kappa_n',
    latexAt: (draws) => `\\kappa_{${draws}}`,
    value: (q) => kappa(checked(q, 'κ_n').n),
  }),
  'KL(p‖π)': named<Evaluation>({ ...general(REVERSE_KL), expansion: divergenceOf(MASS, SELECTED) }),
};

/** KL(q‖p) */
export const OTHER_KL = markedOther(
  named<Evaluation>({
    text: 'KL(q‖p)',
    latex: '\\mathrm{KL}(q\\|p)',
    value: (q) => otherKl(weightsOnAtoms(q.policy, q.auxiliary), q.policy.atoms),
  }),
);

/** W(q) */
export const OTHER_WIN_RATE = markedOther(rationalQuantity('W(q)', 'W(q)', (q) => winRateOf(q.policy, q.auxiliary)));

export const OTHER_ENTROPY = entropy(OTHER);
export const SELECTED_ENTROPY = entropy(SELECTED);

/** A parameter of a quantity. @throws DomainError unless it is known to be rational. */
function rational(value: Real | undefined, name: string): Rational {
  const known = value && asRational(value);
  if (known) return known.reduced();
  throw new DomainError(`${name} is worked out for rational arguments only`);
}

/** The names that take parameters, with the number of these. */
export const PARAMETRIC: Readonly<Record<string, Parametric<Evaluation> & { readonly count: number }>> = {
  est: {
    count: 1,
    text: 'D̂_n',
    latex: '\\hat D_n',
    value: (q, [t]) => {
      const mass = rational(t, 'D̂_n(t)');
      const of = checked(q, 'D̂_n');
      return mass.sign() === 0 ? of.atomlessKl : of.estimatorAt(mass);
    },
  },
  better: {
    count: 1,
    text: 'D̂*_n',
    latex: '\\hat D^*_n',
    value: (q, [t]) => {
      const mass = rational(t, 'D̂*_n(t)');
      return mass.sign() === 0 ? checked(q, 'D̂*_n').atomlessKl : q.of(BETTER_ESTIMATOR, checkMass('the mass t', mass));
    },
  },
  gamma: {
    count: 1,
    text: 'γ',
    latex: '\\gamma',
    value: (q, [t]) => {
      const mass = rational(t, 'γ(t)');
      return mass.sign() === 0 ? ZERO : checked(q, 'γ').topGapAt(mass);
    },
  },
  g: {
    count: 2,
    text: 'g',
    latex: 'g',
    value: (q, [a, b]) => {
      const [from, to] = [rational(a, 'g(a, b)'), rational(b, 'g(a, b)')];
      return from.equals(checkQuantile('the end b', to)) ? ZERO : q.of(LOCAL_GAP, from, to);
    },
  },
};
