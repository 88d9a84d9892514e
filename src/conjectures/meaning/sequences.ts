import { Rational } from '../../arithmetic/rational.ts';
import { rationalReal } from '../../arithmetic/real.ts';
import type { Expression, Index, Sequence } from '../../claims/expression/expression.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import { itemsOf } from '../../quantities/items.ts';

/** p_i, the mass of an atom. */
export const MASS: Sequence<Evaluation> = { text: 'p', latex: 'p', value: (q, i) => itemsOf(q).mass(i) };

/** π_i, the probability of an atom under the selection. */
export const SELECTED: Sequence<Evaluation> = { text: 'π', latex: '\\pi', value: (q, i) => itemsOf(q).selected(i) };

/** F_i, the probability of an atom and all below it. */
export const QUANTILE: Sequence<Evaluation> = { text: 'F', latex: 'F', value: (q, i) => itemsOf(q).quantile(i) };

/** q_i, the probability of an atom under the second policy. */
export const OTHER: Sequence<Evaluation> = { text: 'q', latex: 'q', value: (q, i) => itemsOf(q).other(i) };

/** i itself, as a number. */
export const POSITION: Sequence<Evaluation> = { text: '', latex: '', value: (_, i) => rationalReal(Rational.of(i)) };

export const SEQUENCES: Readonly<Record<string, Sequence<Evaluation>>> = {
  p: MASS,
  pi: SELECTED,
  F: QUANTILE,
  q: OTHER,
};

export function item(of: Sequence<Evaluation>, index: Index): Expression {
  return { kind: 'item', of, index };
}
