import { compare, type Order } from '../arithmetic/compare.ts';
import { DomainError, InsufficientPrecisionError } from '../arithmetic/errors.ts';
import type { Real } from '../arithmetic/real.ts';
import { evaluate, type Indices } from '../claims/expression/evaluate.ts';
import type { Relation } from '../claims/relation.ts';
import { DIGITS_TO_AGREE } from '../claims/silent.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import type { Comparison } from './formula.ts';

/** A formula has no value on an instance, as where it divides by 0. */
export class NoValue extends Error {
  override name = 'NoValue';
}

/** No index is bound. */
export const NO_INDICES: Indices = Object.freeze(Object.create(null) as Record<string, number>);

/** A comparison as a relation: ≥ and > are ≤ and < with the sides exchanged. */
export function relationOf(
  { left, is, right, texts }: Comparison,
  q: Evaluation,
  indices: Indices = NO_INDICES,
): Relation {
  const [one, other] = [
    { name: texts[0], value: evaluate(left, q, indices) },
    { name: texts[1], value: evaluate(right, q, indices) },
  ];
  return is === '>=' || is === '>'
    ? { left: other, is: is === '>' ? '<' : '≤', right: one }
    : { left: one, is: AS_RELATION[is], right: other };
}

const AS_RELATION = { '<=': '≤', '<': '<', '=': '=', '!=': '≠' } as const;

/** Numbers that differ do so within these digits, as a rule. More of them decide hardly any comparison, and take minutes on large instances. */
const DIGITS = [40, 80, DIGITS_TO_AGREE];

/** How the sides of a relation compare. `agree`: their enclosures of `DIGITS_TO_AGREE` digits overlap, and they have no exact forms. */
export function orderOf({ left, right }: Relation): Order | 'agree' {
  const [a, b] = [left.value, right.value];
  const { order } = compare(a, b, { ladder: DIGITS });
  if (order !== 'undecided') return order;
  return isEnclosed(a) && isEnclosed(b) ? 'agree' : compare(a, b).order;
}

/** Whether enclosures of `DIGITS_TO_AGREE` digits can be formed. */
function isEnclosed(x: Real): boolean {
  try {
    x.enclose(DIGITS_TO_AGREE);
    return true;
  } catch (error) {
    if (error instanceof InsufficientPrecisionError) return false;
    throw error;
  }
}

/** @throws NoValue where work finds that a number has no value. */
export function valued<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InsufficientPrecisionError) throw error;
    if (error instanceof DomainError) throw new NoValue(error.message);
    throw error;
  }
}
