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
  /** Where it is given, text, LaTeX and Coq show this in place of the quantity. The value must be the same. */
  readonly definition: Expression<E> | null;
  value(q: E): Real;
  /** The value where it is known to be rational, exactly. */
  rational?(q: E): Rational;
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
  | { readonly kind: 'at'; readonly factor: number; readonly of: NamedQuantity<E> };

export type Operation = 'sum' | 'difference' | 'product' | 'quotient';

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

function expression<E extends Evaluation>(operand: Operand<E>): Expression<E> {
  return typeof operand === 'number' ? { kind: 'number', value: Rational.of(operand) } : operand;
}

function chain<E extends Evaluation>(kind: Operation, operands: readonly Operand<E>[]): Expression<E> {
  return operands.map((operand) => expression(operand)).reduce((left, right) => ({ kind, left, right }));
}

export const plus = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('sum', of);
export const minus = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('difference', of);
export const times = <E extends Evaluation>(...of: readonly Operand<E>[]): Expression<E> => chain('product', of);
export const over = <E extends Evaluation>(above: Operand<E>, below: Operand<E>): Expression<E> =>
  chain('quotient', [above, below]);

/** A power with an integer exponent ≥ 1. */
export function power<E extends Evaluation>(base: Operand<E>, exponent: number): Expression<E> {
  return { kind: 'power', base: expression(base), exponent };
}

/** The natural logarithm. */
export function log<E extends Evaluation>(of: Operand<E>): Expression<E> {
  return { kind: 'log', of: expression(of) };
}

/** A quantity of best-of-(factor·n) from the same policy. */
export function at<E extends Evaluation>(factor: number, of: NamedQuantity<E>): Expression<E> {
  return { kind: 'at', factor, of };
}

/** left ≤ right, as data. */
export function isAtMost<E extends Evaluation>(left: Operand<E>, right: Operand<E>): Statement<E> {
  return { left: expression(left), is: '≤', right: expression(right) };
}

/** left = right, as data. */
export function isEqualTo<E extends Evaluation>(left: Operand<E>, right: Operand<E>): Statement<E> {
  return { left: expression(left), is: '=', right: expression(right) };
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
  const { text } = naming;
  return Object.freeze({ kind: 'quantity', short: text, definition: null, coq: null, ...naming });
}

/** The named quantities in an expression, those of definitions not among them. */
export function quantitiesOf<E extends Evaluation>(of: Expression<E>): readonly NamedQuantity<E>[] {
  switch (of.kind) {
    case 'quantity':
      return [of];
    case 'number':
    case 'draws':
      return [];
    case 'power':
      return quantitiesOf(of.base);
    case 'log':
    case 'at':
      return quantitiesOf(of.of);
    default:
      return [...quantitiesOf(of.left), ...quantitiesOf(of.right)];
  }
}
