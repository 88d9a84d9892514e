import { LogForm } from '../../arithmetic/log-form.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { exactReal, rationalReal } from '../../arithmetic/real.ts';
import { coqOf } from '../../claims/expression/coq.ts';
import { type Expression, named, type Operation } from '../../claims/expression/expression.ts';
import type { BestOfN } from '../../quantities/best-of-n.ts';
import { type Atom, isRational, magnitude } from './atoms.ts';
import { Lacking } from './lacking.ts';

/** An expression on one instance, with sums over atoms written out. It is linear in the quantities that are not rational. */
export interface Term {
  readonly tree: Expression<BestOfN>;
  /** The quantities in it that must be computed, each after those that it rests on. */
  readonly atoms: readonly Atom[];
  /** The number itself where the kernel finds it by rational arithmetic; null for others. */
  readonly rational: Rational | null;
  /** Decimal digits by which errors of the quantities that are not rational can grow in it. */
  readonly growth: number;
}

export function numberTerm(value: Rational): Term {
  const { num, den } = value.reduced();
  const integer = (of: bigint): Expression<BestOfN> => ({ kind: 'number', value: Rational.of(of) });
  const tree: Expression<BestOfN> =
    den === 1n ? integer(num) : { kind: 'quotient', left: integer(num), right: integer(den) };
  return { tree, atoms: [], rational: value, growth: 0 };
}

/** A quantity that is computed, after those that it rests on. */
export function atomTerm(atom: Atom, before: readonly Atom[] = []): Term {
  const { coq, value } = atom;
  return {
    tree: named<BestOfN>({ text: coq, latex: coq, value: () => value, coq: () => coq }),
    atoms: [...before, atom],
    rational: isRational(atom) ? (value.exact?.asRational() ?? null) : null,
    growth: 0,
  };
}

const RATIONAL: Readonly<Record<Operation, (a: Rational, b: Rational) => Rational>> = {
  sum: (a, b) => a.add(b),
  difference: (a, b) => a.sub(b),
  product: (a, b) => a.mul(b),
  quotient: (a, b) => a.div(b),
};

/** Two terms combined. @throws Lacking where the result is not linear in what is not rational. */
export function combined(kind: Operation, left: Term, right: Term): Term {
  if (kind === 'product' && !left.rational && !right.rational)
    throw new Lacking('a product of two numbers that are not rational');
  if (kind === 'quotient' && !right.rational) throw new Lacking('a quotient by a number that is not rational');
  return {
    tree: { kind, left: left.tree, right: right.tree },
    atoms: [...left.atoms, ...right.atoms],
    rational: left.rational && right.rational && RATIONAL[kind](left.rational, right.rational),
    growth: growthOf(kind, left, right),
  };
}

/** Two errors add up; a rational factor multiplies one. */
function growthOf(kind: Operation, left: Term, right: Term): number {
  const larger = Math.max(left.growth, right.growth);
  if (left.rational && right.rational) return 0;
  if (kind === 'sum' || kind === 'difference') return larger + Math.log10(2);
  const factor =
    kind === 'product' ? (left.rational ?? right.rational) : right.rational && Rational.ONE.div(right.rational);
  return larger + Math.max(0, factor ? magnitude(factor) + 1 : 0);
}

/** @throws Lacking where the base is not rational, or the exponent is no integer from 0 to 1000. */
export function powerTerm(base: Term, exponent: Rational): Term {
  const { num, den } = exponent.reduced();
  if (den !== 1n || num < 0n || num > 1000n) throw new Lacking(`a power whose exponent is ${exponent}`);
  if (!base.rational) throw new Lacking('a power of a number that is not rational');
  if (num === 0n) return numberTerm(Rational.ONE);
  return {
    tree: { kind: 'power', base: base.tree, exponent: Number(num) },
    atoms: base.atoms,
    rational: base.rational.pow(Number(num)),
    growth: 0,
  };
}

/** @throws Lacking where the argument is not rational. */
export function logarithmTerm({ tree, atoms, rational }: Term): Term {
  const argument = coqOf(tree);
  if (!rational || argument === null) throw new Lacking('the logarithm of a number that is not rational');
  const of = rational.reduced();
  const coq = tree.kind === 'number' ? `ln ${argument}` : `ln (${argument})`;
  return atomTerm({ coq, value: exactReal(LogForm.log(of)), known: { logarithm: argument, of } }, atoms);
}

/** @throws Lacking where the argument is not rational. */
export function absoluteTerm({ tree, atoms, rational }: Term): Term {
  const argument = coqOf(tree);
  if (!rational || argument === null) throw new Lacking('the absolute value of a number that is not rational');
  const of = rational.reduced();
  const coq = `Rabs (${argument})`;
  return atomTerm(
    { coq, value: rationalReal(of.sign() < 0 ? of.neg() : of), known: { absolute: argument, of } },
    atoms,
  );
}
