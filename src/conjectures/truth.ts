import { type Indices, valuesOf } from '../claims/expression/evaluate.ts';
import { type Relation, violates } from '../claims/relation.ts';
import type { Evaluation } from '../quantities/evaluation.ts';
import { NO_INDICES, orderOf, relationOf, valued } from './comparison.ts';
import type { Comparison, Formula } from './formula.ts';

/** Whether a formula is true on an instance. `undecided`: no precision decided it. */
export type Truth = 'true' | 'false' | 'undecided';

/** The truth of a formula with the relations that show it: those that are violated, or hold, or were left undecided. */
export interface Shown {
  readonly truth: Truth;
  readonly relations: readonly Relation[];
  /** Whether it is true only because the premise of an implication is false. */
  readonly isVacuous: boolean;
  /** Whether it is undecided only because the sides of comparisons agree and have no exact forms. */
  readonly agrees: boolean;
}

/**
 * Decides a formula on an instance, from the left as far as is needed. Guarantee: `true` and `false` are certified.
 * @throws NoValue where a side that is needed has no value; RangeExceededError where it is too large for the arithmetic.
 */
export function decideFormula(formula: Formula, q: Evaluation, indices: Indices = NO_INDICES): Shown {
  switch (formula.kind) {
    case 'comparison':
      return decideComparison(formula, q, indices);
    case 'not':
      return decideFormula(negated(formula.of), q, indices);
    case 'and':
      return conjunction(formula.of.map((part) => () => decideFormula(part, q, indices)));
    case 'or':
      return disjunction(formula.of.map((part) => () => decideFormula(part, q, indices)));
    case 'implies':
      return implication(formula, q, indices);
    case 'all':
      return conjunction(each(formula, q, indices));
    case 'some':
      return disjunction(each(formula, q, indices));
  }
}

function each(
  { range, of }: Extract<Formula, { kind: 'all' | 'some' }>,
  q: Evaluation,
  indices: Indices,
): (() => Shown)[] {
  return [...valuesOf(range, q, indices)].map((one) => () => decideFormula(of, q, one));
}

function shown(truth: Truth, relations: readonly Relation[], isVacuous = false, agrees = false): Shown {
  return { truth, relations, isVacuous, agrees };
}

/** The same formula with `not` moved to its comparisons. */
function negated(formula: Formula): Formula {
  switch (formula.kind) {
    case 'comparison':
      return { ...formula, is: OPPOSITE[formula.is] };
    case 'not':
      return formula.of;
    case 'and':
      return { kind: 'or', of: formula.of.map(negated) };
    case 'or':
      return { kind: 'and', of: formula.of.map(negated) };
    case 'implies':
      return { kind: 'and', of: [formula.premise, negated(formula.conclusion)] };
    case 'all':
      return { kind: 'some', range: formula.range, of: negated(formula.of) };
    case 'some':
      return { kind: 'all', range: formula.range, of: negated(formula.of) };
  }
}

const OPPOSITE = { '<=': '>', '>': '<=', '<': '>=', '>=': '<', '=': '!=', '!=': '=' } as const;

function decideComparison(comparison: Comparison, q: Evaluation, indices: Indices): Shown {
  const relation = valued(() => relationOf(comparison, q, indices));
  const order = valued(() => orderOf(relation));
  if (order === 'agree' || order === 'undecided') return shown('undecided', [relation], false, order === 'agree');
  return shown(violates(order, relation.is) ? 'false' : 'true', [relation]);
}

/** Of two undecided parts, the one that shows more than sides that agree. */
function lessCertain(before: Shown | null, one: Shown): Shown {
  return before && !before.agrees ? before : one;
}

/** True where all parts are. */
function conjunction(parts: readonly (() => Shown)[]): Shown {
  const relations: Relation[] = [];
  let undecided: Shown | null = null;
  let isVacuous = parts.length > 0;
  for (const part of parts) {
    const one = part();
    if (one.truth === 'false') return one;
    if (one.truth === 'undecided') undecided = lessCertain(undecided, one);
    relations.push(...one.relations);
    isVacuous &&= one.isVacuous;
  }
  return undecided ?? shown('true', relations, isVacuous);
}

/** True where a part is; then that part shows it. Where none is, the first one that is not false does. */
function disjunction(parts: readonly (() => Shown)[]): Shown {
  let first: Shown | null = null;
  let undecided: Shown | null = null;
  for (const part of parts) {
    const one = part();
    if (one.truth === 'true') return one;
    if (one.truth === 'undecided') undecided = lessCertain(undecided, one);
    first ??= one;
  }
  return undecided ?? first ?? shown('false', []);
}

function implication(
  { premise, conclusion }: Extract<Formula, { kind: 'implies' }>,
  q: Evaluation,
  indices: Indices,
): Shown {
  const given = decideFormula(premise, q, indices);
  if (given.truth === 'false') return shown('true', [], true);
  const then = decideFormula(conclusion, q, indices);
  if (given.truth === 'true' || then.truth === 'true') return then;
  return shown('undecided', given.relations, false, given.agrees && (then.truth === 'false' || then.agrees));
}
