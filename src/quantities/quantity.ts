import type { Approximation } from '../arithmetic/approximation.ts';
import type { Rational } from '../arithmetic/rational.ts';
import type { WeightSums } from '../kernels/weights.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { Law } from '../selection/law.ts';
import type { RankRule } from '../selection/rank-rule.ts';
import type { KeptParameter } from './kept.ts';

/** A formula over the law of a selection, in the numbers of any field, with exact parameters. */
export type Formula<P extends readonly KeptParameter[] = []> = <Q, T>(law: Law<Q, T>, ...parameters: P) => T;

/** A formula with roots, exponentials or products of logarithms, which has no exact form. */
export type EnclosedFormula<P extends readonly KeptParameter[] = []> = <T>(law: Law<T, T>, ...parameters: P) => T;

/** The policy and selection at which a quantity is evaluated, as its rules read them. `Evaluation` is one. */
export interface Evaluated {
  readonly policy: FinitePolicy;
  readonly rule: RankRule;
  readonly draws: Rational;
  readonly n: number;
  readonly auxiliary: readonly bigint[];
  readonly sums: WeightSums | null;
  readonly levelSums: WeightSums | null;
  readonly hasExactForms: boolean;
  readonly isOneDraw: boolean;
  readonly isTrivial: boolean;
  readonly hasIntegerDraws: boolean;
}

/** A rule of a quantity: a function of the evaluation and the parameters. */
export type Rule<P extends readonly KeptParameter[], V> = (q: Evaluated, ...parameters: P) => V;

/** The selections for which a quantity is defined. */
export type Scope = 'best-of-n' | 'any selection';

/**
 * A quantity of a selection's law, which `Evaluation.of` evaluates. Modules share the object, and the object is its identity.
 * `defineQuantity` and `defineEnclosed` make one.
 */
export interface Quantity<P extends readonly KeptParameter[] = []> {
  /** Its name in messages. It is not an identifier: two quantities may have the same symbol. */
  readonly symbol: string;
  /** The selections for which it is defined. */
  readonly scope: Scope;
  /** The formula over enclosures. */
  readonly formula: EnclosedFormula<P>;
  /** The formula over exact numbers; null where it has no exact form. */
  readonly exact: Formula<P> | null;
  /** Whether the exact form is within the size rule. */
  readonly hasExactForm: Rule<P, boolean>;
  /** Whether it is 0 by structure. It is then exactly 0 at any size, and the enclosure of the formula must contain 0. */
  readonly isZero: Rule<P, boolean>;
  /** The same number in double-double by a kernel, which is better or faster than the formula; null where none applies. */
  readonly approximate: Rule<P, Approximation | null>;
  /** Bits that its formula loses beyond those of the rule. They decide the width of enclosures only. */
  readonly guardBits: Rule<P, number>;
  /** Whether the formula takes the law of the reward levels, however ties are broken. */
  readonly ofLevels: boolean;
}

/** The settings of any quantity, with their defaults. */
interface Rules<P extends readonly KeptParameter[]> {
  readonly symbol: string;
  /** The default is best-of-n; other selections are then refused. */
  readonly scope?: Scope;
  /** By default it is never 0 by structure. */
  readonly isZero?: Rule<P, boolean>;
  /** By default the formula is computed in double-doubles. */
  readonly approximate?: Rule<P, Approximation | null>;
  /** By default 0. */
  readonly guardBits?: Rule<P, number>;
  readonly ofLevels?: true;
}

/** A quantity that has exact forms. */
export interface ExactDefinition<P extends readonly KeptParameter[]> extends Rules<P> {
  readonly formula: Formula<P>;
  /** The default is the size rule for sums over all outcomes. */
  readonly hasExactForm?: Rule<P, boolean>;
}

/** A quantity that has enclosures only. */
export interface EnclosedDefinition<P extends readonly KeptParameter[]> extends Rules<P> {
  readonly formula: EnclosedFormula<P>;
}

const DEFAULTS = {
  scope: 'best-of-n' as Scope,
  hasExactForm: ({ hasExactForms }: Evaluated, ..._: readonly KeptParameter[]): boolean => hasExactForms,
  isZero: (_: Evaluated, ...__: readonly KeptParameter[]): boolean => false,
  approximate: (_: Evaluated, ...__: readonly KeptParameter[]): Approximation | null => null,
  guardBits: (_: Evaluated, ...__: readonly KeptParameter[]): number => 0,
  ofLevels: false,
};

/**
 * A quantity with one formula for every kind of number. Define it once, at the top of a module: it is the key under which values are
 * cached. Guarantee: enclosures, and exact within the size rule.
 *
 * @example
 * const square = defineQuantity({ symbol: 'n²', formula: ({ field, n }) => field.lift(field.rational(n.pow(2))) });
 * new BestOfN(FinitePolicy.fromWeights([1n]), 3).of(square).exact?.toString(); // '9'
 */
export function defineQuantity<P extends readonly KeptParameter[] = []>(definition: ExactDefinition<P>): Quantity<P> {
  return Object.freeze({ ...DEFAULTS, ...definition, exact: definition.formula });
}

/** A quantity whose formula has roots, exponentials or products of logarithms. Guarantee: enclosures; there is no exact form. */
export function defineEnclosed<P extends readonly KeptParameter[] = []>(
  definition: EnclosedDefinition<P>,
): Quantity<P> {
  return Object.freeze({ ...DEFAULTS, ...definition, exact: null });
}
