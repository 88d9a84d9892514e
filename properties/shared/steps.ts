/** The parts from which the steps of the proofs are made. */

import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogField } from '../../src/arithmetic/log-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference, multiple, product, type Real, rationalReal, sum } from '../../src/arithmetic/real.ts';
import { atMost, equal, type Relation, type Step } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { localGap } from '../../src/quantities/local-gap.ts';
import { defineQuantity, type Evaluated, type Quantity } from '../../src/quantities/quantity.ts';
import { trapezoidError } from '../../src/quantities/win-rate.ts';
import { atomAt, type Law, type LawAtom, sumOver } from '../../src/selection/law.ts';

/** Policies with more atoms get steps for the `LOWEST` lowest atoms and the best one. Their other atoms are summed into one number. */
const MAX_ATOMS_IN_FULL = 12;
const LOWEST = 5;

/** Proofs are followed on policies of at most this many outcomes. */
const MAX_ATOMS = 50;

/** Powers of fractions are computed exactly up to this many bits. */
const EXACT_BITS = 2_000;

export const ZERO: Real = rationalReal(Rational.ZERO);
export const ONE: Real = rationalReal(Rational.ONE);

export function isTooLarge({ policy }: BestOfN): boolean {
  return policy.weights.length > MAX_ATOMS;
}

export function step(name: string, relation: Relation): Step {
  return { name, relation };
}

/** An atom with its own steps. Its interval is [a, b]. */
export interface Part {
  readonly index: number;
  readonly a: Rational;
  readonly b: Rational;
  /** p = b − a, and t = p/b. */
  readonly mass: Rational;
  readonly share: Rational;
}

export function parts({ policy }: Pick<BestOfN, 'policy'>): Part[] {
  const { atoms, cumulative, total } = policy;
  const indices = [...atoms.keys()].filter(
    (index) => atoms.length <= MAX_ATOMS_IN_FULL || index < LOWEST || index === atoms.length - 1,
  );
  return indices.map((index) => {
    const [below, upTo] = [cumulative[index] as bigint, cumulative[index + 1] as bigint];
    return {
      index,
      a: Rational.of(below, total),
      b: Rational.of(upTo, total),
      mass: policy.mass(index),
      share: Rational.of(upTo - below, upTo).reduced(),
    };
  });
}

/** The contribution of an atom to a sum. */
export type Term = <Q, T>(law: Law<Q, T>, atom: LawAtom<Q>) => T;

/** The terms of a sum over the atoms: the term of one atom, and the sum over all atoms without a `Part`. */
export interface Terms {
  readonly ofAtom: Quantity<[index: number]>;
  readonly ofOthers: Quantity;
}

/** The terms of a sum. Define them once, at the top of a module: they are cache keys. All terms are 0 where `isZero` says so. */
export function defineTerms(symbol: string, term: Term, isZero = (_: Evaluated): boolean => false): Terms {
  return {
    ofAtom: defineQuantity<[index: number]>({
      symbol,
      formula: (law, index) => term(law, atomAt(law, index)),
      isZero: (q) => isZero(q),
    }),
    ofOthers: defineQuantity({
      symbol: `${symbol} of the other atoms`,
      formula: (law) => {
        const taken = new Set(parts(law).map(({ index }) => index));
        const nothing = law.field.lift(law.field.rational(Rational.ZERO));
        return sumOver(law, (atom) => (taken.has(atom.index) ? nothing : term(law, atom)));
      },
      isZero,
    }),
  };
}

/** The terms of the parts, in order, and last the sum over all other atoms. */
export function* terms(q: BestOfN, { ofAtom, ofOthers }: Terms): Generator<Real> {
  const taken = parts(q).map(({ index }) => index);
  for (const index of taken) yield q.of(ofAtom, index);
  if (taken.length < q.policy.atoms.length) yield q.of(ofOthers);
}

export function total(values: readonly Real[]): Real {
  return values.reduce((all, value) => sum(all, value), ZERO);
}

/** A formula in a fraction, n, and an integer that is added to n. */
type Polynomial = <Q, T>(field: LogField<Q, T>, base: Rational, n: Rational, more: number) => Q;

/** A formula in powers of a fraction, as a function of it and as a quantity. */
interface PowerFormula {
  readonly of: Polynomial;
  readonly quantity: Quantity<[base: Rational, more: number]>;
}

function powerFormula(symbol: string, of: Polynomial): PowerFormula {
  const quantity = defineQuantity<[base: Rational, more: number]>({
    symbol,
    formula: ({ field, n }, base, more) => field.lift(of(field, base, n, more)),
  });
  return { of, quantity };
}

/** The value of such a formula, exact where that takes few bits. */
function power(q: BestOfN, { of, quantity }: PowerFormula, base: Rational, more = 0): Real {
  const { num, den } = base.reduced();
  const isSmall = den === 1n || den.toString(2).length * q.n <= EXACT_BITS;
  if (isSmall && q.hasIntegerDraws) return rationalReal(of(exactField, Rational.of(num, den), q.draws, more));
  return q.of(quantity, base, more);
}

const POWER = powerFormula('F^n', (field, base, n, more) => field.pow(field.rational(base), n.add(Rational.of(more))));

/** F_i^k, for k near n. */
export function powerOf(q: BestOfN, base: Rational, more = 0): Real {
  return power(q, POWER, base, more);
}

/** g(F_{i−1}, F_i) of each part, and the sum over all other atoms. */
export function localGaps(q: BestOfN): Generator<Real> {
  return terms(q, LOCAL_GAPS);
}

const LOCAL_GAPS = defineTerms('g', localGapOf, ({ isOneDraw }) => isOneDraw);

function localGapOf<Q, T>({ field, policy, n }: Law<Q, T>, { index }: LawAtom<Q>): T {
  return localGap(field, policy.cdf(index), policy.cdf(index + 1), n);
}

export function telescoping(q: BestOfN, gaps: readonly Real[]): Step {
  return step('the local gaps add up to the gap', equal('Σ g(F_{i−1}, F_i)', total(gaps), 'gap', q.gap));
}

export function scaling(q: BestOfN, { b, share }: Part, gap: Real): Step {
  const scaled = product(powerOf(q, b), q.topGapAt(share));
  return step('a local gap scales to a top gap', equal('g(a, b)', gap, 'b^n γ((b−a)/b)', scaled));
}

export function topGapIsPositive(q: BestOfN, mass: Rational): Step {
  return step('a top gap is at least 0', atMost('0', ZERO, `γ(${mass})`, q.topGapAt(mass)));
}

/** D̂ = D̃ − γ, equation (6). */
export function estimatorIsFormulaLessGap(q: BestOfN, mass: Rational, estimator: Real): Step {
  const rest = difference(q.atomlessKl, q.topGapAt(mass));
  return step('the estimator is the formula less the top gap', equal('D̂(ε)', estimator, 'D̃ − γ(ε)', rest));
}

const EXCESS = powerFormula('n t − 1 + (1−t)^n', (field, rest, n) => {
  const missed = field.sub(field.pow(field.rational(rest), n), field.rational(Rational.ONE));
  return field.add(field.rational(n.mul(Rational.ONE.sub(rest))), missed);
});

/** n t − 1 + (1 − t)^n, the upper bound of a top gap by log x ≤ x − 1. */
export function excess(q: BestOfN, share: Rational): Real {
  return power(q, EXCESS, Rational.ONE.sub(share));
}

const TOP_TRAPEZOID_ERROR = powerFormula('τ', (field, rest, n) => trapezoidError(field, rest, Rational.ONE, n));

/** τ(t) = T(1−t, 1) = t (1 + (1−t)^n)/2 − (1 − (1−t)^{n+1})/(n+1), the error of the top trapezoid. */
export function topTrapezoidError(q: BestOfN, share: Rational): Real {
  return power(q, TOP_TRAPEZOID_ERROR, Rational.ONE.sub(share));
}

/** b^k p² ≤ p² for k = n − `less` ≥ 0. */
export function powerOnlyLessens(q: BestOfN, { b, mass }: Part, less: number): Step {
  const square = mass.mul(mass);
  const lessened = multiple(square, powerOf(q, b, -less));
  return step('a power of F is at most 1', atMost(`F^(n−${less}) p²`, lessened, 'p²', rationalReal(square)));
}

/** c Σ p², added level by level, is the bound from the theory, times a factor. */
export function squaresAddUp({ policy }: BestOfN, constant: Rational, bound: Rational): Step {
  const squares = policy.atoms.reduce((all, weight) => all + weight * weight, 0n);
  const added = constant.mul(Rational.of(squares, policy.total * policy.total));
  return step('the squares add up', equal('Σ c p²', rationalReal(added), 'c Σ p²', rationalReal(bound)));
}
