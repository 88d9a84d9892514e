import type { Expression, Range } from '../claims/expression/expression.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Comparator } from './syntax/tree.ts';

/** A comparison of two expressions. `left` and `right` are as they were written, and so are their texts. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Expression<Evaluation>;
  readonly is: Comparator;
  readonly right: Expression<Evaluation>;
  /** The text of each side. */
  readonly texts: readonly [left: string, right: string];
}

/** A statement about one instance, which is true or false there. */
export type Formula =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'implies'; readonly premise: Formula; readonly conclusion: Formula }
  /** For all values of an index, and for some. */
  | { readonly kind: 'all' | 'some'; readonly range: Range; readonly of: Formula };

/** The comparisons of a formula, in the order of the text. */
export function comparisonsOf(formula: Formula): readonly Comparison[] {
  switch (formula.kind) {
    case 'comparison':
      return [formula];
    case 'and':
    case 'or':
      return formula.of.flatMap(comparisonsOf);
    case 'implies':
      return [...comparisonsOf(formula.premise), ...comparisonsOf(formula.conclusion)];
    default:
      return comparisonsOf(formula.of);
  }
}
