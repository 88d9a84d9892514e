import { Rational } from '../../arithmetic/rational.ts';
import { type Indices, placeOf, valuesOf } from '../../claims/expression/evaluate.ts';
import type { Expression, NamedQuantity, Sequence } from '../../claims/expression/expression.ts';
import { PARAMETRIC, QUANTITIES } from '../../conjectures/meaning/quantities.ts';
import { MASS, POSITION, QUANTILE, SELECTED } from '../../conjectures/meaning/sequences.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { Atom } from './atoms.ts';
import { ATOMS } from './known-quantities.ts';
import { Lacking } from './lacking.ts';
import { type Quantities, quantitiesIn } from './quantities.ts';
import { type Subject, subjectAt } from './subject.ts';
import { absoluteTerm, atomTerm, combined, logarithmTerm, numberTerm, powerTerm, type Term } from './term.ts';

type Whole = Expression<BestOfN>;

const NO_INDICES: Indices = Object.freeze(Object.create(null) as Record<string, number>);

/**
 * An expression on one instance: sums and products over atoms are written out, and names without a meaning in proofs/Definitions.v are
 * expanded. Guarantee: its value there is that of the expression.
 * @throws Lacking for what certificates cannot say or compute.
 */
export function onInstance(of: Whole, subject: Subject, indices: Indices = NO_INDICES): Term {
  const inner = (part: Whole): Term => onInstance(part, subject, indices);
  switch (of.kind) {
    case 'number':
      return numberTerm(of.value);
    case 'draws':
      return atomTerm(quantitiesIn(subject).count());
    case 'quantity':
      return quantityTerm(of, subject);
    case 'at':
      return atOtherDraws(of.of, Rational.of(of.factor).mul(Rational.of(subject.draws)), subject);
    case 'elsewhere':
      return atOtherDraws(of.of, rationalOf(inner(of.draws)), subject);
    case 'log':
      return of.of.kind === 'draws' ? atomTerm(quantitiesIn(subject).logDraws()) : logarithmTerm(inner(of.of));
    case 'power':
      return powerTerm(inner(of.base), Rational.of(of.exponent));
    case 'raised':
      return powerTerm(inner(of.base), rationalOf(inner(of.exponent)));
    case 'sum':
    case 'difference':
    case 'quotient':
      return combined(of.kind, inner(of.left), inner(of.right));
    case 'product':
      return productTerm(of.left, of.right, inner);
    case 'function':
      if (of.name === 'abs') return absoluteTerm(inner(of.of));
      throw new Lacking(of.name === 'sqrt' ? 'square roots' : 'exponentials');
    case 'extreme':
      throw new Lacking('the least or largest of several numbers');
    case 'item':
      return itemTerm(of.of, placeOf(of.index, subject.q, indices), subject);
    case 'over':
      return overTerm(of, subject, indices);
    case 'applied':
      return appliedTerm(of, subject, indices);
  }
}

function quantityTerm(of: NamedQuantity<BestOfN>, subject: Subject): Term {
  if (isNamed(of, 'K')) return numberTerm(Rational.of(subject.outcomes));
  const atom = ATOMS.get(of);
  if (atom) return atomTerm(atom(quantitiesIn(subject)));
  const meaning = of.definition ?? of.expansion;
  if (meaning) return onInstance(meaning, subject);
  throw new Lacking(of.text);
}

function isNamed(of: NamedQuantity<BestOfN>, name: string): boolean {
  return (QUANTITIES[name] as object) === of;
}

function atOtherDraws(of: NamedQuantity<BestOfN>, draws: Rational, subject: Subject): Term {
  return onInstance(of, subjectAt(subject, draws));
}

/** @throws Lacking where a number of draws or an exponent is not rational. */
function rationalOf({ rational }: Term): Rational {
  if (rational) return rational;
  throw new Lacking('a number of draws or an exponent that is not rational');
}

/** 0 · log 0 is 0, so what follows a factor 0 is left out. */
function productTerm(left: Whole, right: Whole, inner: (part: Whole) => Term): Term {
  const first = inner(left);
  return first.rational?.sign() === 0 ? numberTerm(Rational.ZERO) : combined('product', first, inner(right));
}

const ITEMS = new Map<Sequence<Evaluation>, (of: Quantities, i: number) => Atom>([
  [MASS, (of, i) => of.mass(i - 1)],
  [SELECTED, (of, i) => of.selected(i - 1)],
  [QUANTILE, (of, i) => of.quantile(i)],
]);

function itemTerm(of: Sequence<BestOfN>, i: number, subject: Subject): Term {
  if (of === POSITION) return numberTerm(Rational.of(i));
  const atom = ITEMS.get(of as Sequence<Evaluation>);
  if (!atom) throw new Lacking('a second policy');
  return atomTerm(atom(quantitiesIn(subject), i));
}

function overTerm(of: Extract<Whole, { kind: 'over' }>, subject: Subject, indices: Indices): Term {
  const { name, range, body } = of;
  if (name !== 'sum' && name !== 'product')
    throw new Lacking(`the ${name === 'min' ? 'least' : 'largest'} of several numbers`);
  const terms = [...valuesOf(range, subject.q, indices)].map((bound) => onInstance(body, subject, bound));
  const [first, ...more] = terms;
  if (!first) return numberTerm(name === 'sum' ? Rational.ZERO : Rational.ONE);
  return more.reduce((all, term) => combined(name, all, term), first);
}

/** The estimators at the mass of an atom. */
function appliedTerm({ of, to }: Extract<Whole, { kind: 'applied' }>, subject: Subject, indices: Indices): Term {
  const [mass] = to;
  const isKnown = of === PARAMETRIC.est || of === PARAMETRIC.better;
  const item = mass?.kind === 'quantity' ? mass.expansion : mass;
  if (!isKnown || item?.kind !== 'item' || item.of !== MASS)
    throw new Lacking(`${of.text} at other arguments than the masses of outcomes`);
  const i = placeOf(item.index, subject.q, indices) - 1;
  const known = quantitiesIn(subject);
  return atomTerm(of === PARAMETRIC.est ? known.estimatorAt(i) : known.betterEstimatorAt(i));
}
