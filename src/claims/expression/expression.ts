import { Rational } from '../../arithmetic/rational.ts';
import type { Real } from '../../arithmetic/real.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { CoqNames } from './coq-names.ts';

/** A quantity that a relation names. A module-level value: its identity says which quantity it is. */
export interface NamedQuantity<E extends Evaluation> {
  readonly kind: 'quantity';
  /** In running text, such as KL(π‖p). */
  readonly text: string;
  /** As the name of a side in reports, such as KL. */
  readonly short: string;
  readonly latex: string;
  /** In LaTeX at another number of draws; left out where `short` with an index is that. */
  latexAt?(draws: string): string;
  /** Where it is given, text, LaTeX and Coq show this in place of the quantity. The value must be the same. */
  readonly definition: Expression<E> | null;
  /** An expression over the atoms of the same value, for certificates; left out where there is none. */
  readonly expansion?: Expression<E>;
  value(q: E): Real;
  /** The value where it is known to be rational, exactly; null where it is not. */
  rational?(q: E): Rational | null;
  /** In the terms of proofs/Definitions.v, an application or an expression of such; null where they do not have it. */
  readonly coq: ((names: CoqNames) => string) | Expression<E> | null;
}

/** A formula over named quantities and the number of draws n, as a tree. */
export type Expression<E extends Evaluation = Evaluation> =
  | NamedQuantity<E>
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'draws' }
  | { readonly kind: 'log'; readonly of: Expression<E> }
  | { readonly kind: 'power'; readonly base: Expression<E>; readonly exponent: number }
  | { readonly kind: Operation; readonly left: Expression<E>; readonly right: Expression<E> }
  /** A quantity of the same policy at a multiple of n. */
  | { readonly kind: 'at'; readonly factor: number; readonly of: NamedQuantity<E> }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly of: Expression<E> }
  | { readonly kind: 'extreme'; readonly name: 'min' | 'max'; readonly of: readonly Expression<E>[] }
  /** A power whose exponent is not a constant integer. */
  | { readonly kind: 'raised'; readonly base: Expression<E>; readonly exponent: Expression<E> }
  /** An item of an atom, such as p_i. */
  | { readonly kind: 'item'; readonly of: Sequence<E>; readonly index: Index }
  /** A sum, product or extreme over atoms. */
  | { readonly kind: 'over'; readonly name: Gathering; readonly range: Range; readonly body: Expression<E> }
  /** A quantity of the same policy at another number of draws. */
  | { readonly kind: 'elsewhere'; readonly draws: Expression<E>; readonly of: NamedQuantity<E> }
  | { readonly kind: 'applied'; readonly of: Parametric<E>; readonly to: readonly Expression<E>[] };

/** The operations on two expressions. */
export type Operation = 'sum' | 'difference' | 'product' | 'quotient';
/** The functions of one expression, apart from the logarithm. */
export type FunctionName = 'exp' | 'sqrt' | 'abs';
/** The ways to gather an expression over atoms. */
export type Gathering = 'sum' | 'product' | 'min' | 'max';

/** Numbers of the atoms, such as p_1, …, p_K. */
export interface Sequence<E extends Evaluation> {
  readonly text: string;
  readonly latex: string;
  value(q: E, i: number): Real;
}

/** A quantity with parameters, such as D̂_n(t). */
export interface Parametric<E extends Evaluation> {
  readonly text: string;
  readonly latex: string;
  value(q: E, parameters: readonly Real[]): Real;
}

/** The place of an atom: an index, K or nothing, with an integer added to it. Atoms are counted from 1. */
export interface Index {
  readonly from: { readonly index: string } | 'K' | null;
  readonly plus: number;
}

/** An index with its first and last value. */
export interface Range {
  readonly index: string;
  readonly first: Index;
  readonly last: Index;
}

/** An inequality or equation of a claim. */
export interface Statement<E extends Evaluation = Evaluation> {
  readonly left: Expression<E>;
  readonly is: '≤' | '=';
  readonly right: Expression<E>;
}

/** An expression, or an integer in its place. */
export type Operand<E extends Evaluation> = Expression<E> | number;

/** n, the number of draws. */
export const n: Expression = { kind: 'draws' };

/** @throws TypeError unless the operand is an expression or an integer. */
function expression<E extends Evaluation>(operand: Operand<E>): Expression<E> {
  if (typeof operand === 'number') {
    if (!Number.isSafeInteger(operand)) throw new TypeError(`${operand} is not an integer; a fraction is over(1, 2)`);
    return { kind: 'number', value: Rational.of(operand) };
  }
  if (!isExpression(operand))
    throw new TypeError(`an operand must be an expression or an integer, not ${inWords(operand)}`);
  return operand;
}

const KINDS: Record<Expression['kind'], true> = {
  ...{ quantity: true, number: true, draws: true, log: true, power: true, at: true },
  ...{ sum: true, difference: true, product: true, quotient: true },
  ...{ function: true, extreme: true, raised: true, item: true, over: true, elsewhere: true, applied: true },
};

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value && Object.hasOwn(KINDS, String(value.kind));
}

function inWords(value: unknown): string {
  return typeof value === 'object' ? `${value === null ? 'null' : 'another object'}` : String(value);
}

function chain<E extends Evaluation>(kind: Operation, operands: readonly Operand<E>[]): Expression<E> {
  if (operands.length === 0) throw new TypeError(`a ${kind} needs operands`);
  return operands.map((operand) => expression(operand)).reduce((left, right) => ({ kind, left, right }));
}

/** The sum of operands, from the left. */
export const plus = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('sum', of);
/** The first operand minus the others. */
export const minus = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('difference', of);
/** The product of operands. */
export const times = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('product', of);
/** A quotient. */
export const over = <E extends Evaluation>(above: Operand<E>, below: Operand<E>): Expression<E> =>
  chain('quotient', [above, below]);

const MAX_EXPONENT = 1000;

/** A power. @throws TypeError unless the exponent is an integer from 1 to 1000. */
export function power<E extends Evaluation>(base: Operand<E>, exponent: number): Expression<E> {
  if (!Number.isInteger(exponent) || exponent < 1 || exponent > MAX_EXPONENT)
    throw new TypeError(`an exponent must be an integer from 1 to ${MAX_EXPONENT}, not ${exponent}`);
  return { kind: 'power', base: expression(base), exponent };
}

/** The natural logarithm. */
export function log<E extends Evaluation>(of: Operand<E>): Expression<E> {
  return { kind: 'log', of: expression(of) };
}

/** A quantity of best-of-(factor·n) from the same policy. @throws TypeError unless the factor is an integer ≥ 1. */
export function at<E extends Evaluation>(factor: number, of: NamedQuantity<E>): Expression<E> {
  if (!Number.isSafeInteger(factor) || factor < 1)
    throw new TypeError(`the multiple of n must be an integer ≥ 1, not ${factor}`);
  if (!isExpression(of) || of.kind !== 'quantity') throw new TypeError('at(2, …) takes a named quantity');
  return { kind: 'at', factor, of };
}

/** left ≤ right, as data. */
export function isAtMost<E extends Evaluation>(left: Operand<E>, right: Operand<E>): Statement<E> {
  return statement(left, '≤', right);
}

/** left = right, as data. */
export function isEqualTo<E extends Evaluation>(left: Operand<E>, right: Operand<E>): Statement<E> {
  return statement(left, '=', right);
}

function statement<E extends Evaluation>(left: Operand<E>, is: '≤' | '=', right: Operand<E>): Statement<E> {
  const made = { left: expression(left), is, right: expression(right) };
  for (const side of [made.left, made.right]) checkSize(side);
  return made;
}

const MAX_PARTS = 2000;

/** @throws TypeError for an expression of too many parts, as a cyclic one is. */
function checkSize<E extends Evaluation>(whole: Expression<E>): void {
  const left: Expression<E>[] = [whole];
  for (let parts = 0; left.length > 0; parts += 1) {
    if (parts === MAX_PARTS) throw new TypeError(`an expression may have at most ${MAX_PARTS} parts`);
    left.push(...partsOf(left.pop() as Expression<E>).map((part) => expression(part)));
  }
}

/** The expressions of which one is made. */
export function partsOf<E extends Evaluation>(of: Expression<E>): readonly Expression<E>[] {
  switch (of.kind) {
    case 'quantity':
      return of.definition ? [of.definition] : [];
    case 'number':
    case 'draws':
    case 'item':
      return [];
    case 'power':
      return [of.base];
    case 'log':
    case 'at':
    case 'function':
      return [of.of];
    case 'extreme':
      return of.of;
    case 'raised':
      return [of.base, of.exponent];
    case 'over':
      return [of.body];
    case 'elsewhere':
      return [of.draws, of.of];
    case 'applied':
      return of.to;
    default:
      return [of.left, of.right];
  }
}

/** Whether a value is what `isAtMost` and `isEqualTo` return. */
export function isStatement(value: unknown): value is Statement {
  if (typeof value !== 'object' || value === null) return false;
  const { left, is, right } = value as Partial<Statement>;
  return (is === '≤' || is === '=') && isExpression(left) && isExpression(right);
}

/** The description of a named quantity; what is left out is null, and the short name is the text. */
export type Naming<E extends Evaluation> = Pick<NamedQuantity<E>, 'text' | 'latex' | 'value'> &
  Partial<Omit<NamedQuantity<E>, 'kind'>>;

/**
 * A quantity for relations that are data.
 *
 * @example
 * formulas.named({ text: 'W', latex: 'W', value: (q) => q.winRate }).short; // 'W'
 */
export function named<E extends Evaluation>(naming: Naming<E>): NamedQuantity<E> {
  const { text, latex, value } = naming ?? {};
  if (typeof text !== 'string' || typeof latex !== 'string' || typeof value !== 'function')
    throw new TypeError('a named quantity needs a text, its latex and a value, such as value: (q) => q.kl');
  return Object.freeze({ kind: 'quantity', short: text, definition: null, coq: null, ...naming });
}

/** The named quantities in an expression, those of definitions not among them. */
export function quantitiesOf<E extends Evaluation>(of: Expression<E>): readonly NamedQuantity<E>[] {
  return of.kind === 'quantity' ? [of] : partsOf(of).flatMap((part) => quantitiesOf(part));
}
