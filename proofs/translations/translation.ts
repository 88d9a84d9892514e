import { compare } from '../../src/arithmetic/compare.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { exactReal, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import type { Random } from '../../src/campaign/random.ts';
import type { Quantity } from '../../src/claims/claim.ts';
import { isViolated } from '../../src/claims/decide.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import type { BestOfN } from '../../src/theory/best-of-n.ts';

/** What a statement in Coq says of one instance, as a comparison of two numbers. */
export interface Assertion {
  readonly left: Quantity;
  readonly is: '≤' | '<' | '=' | '≠';
  readonly right: Quantity;
}

/** What a theorem's variables stand for. Whatever a statement speaks of beyond these is drawn from `random`. */
export interface Instance {
  /** K outcomes of distinct rewards and n draws: p and best_of K p n. */
  readonly q: BestOfN;
  /** The same outcomes on levels of equal reward: K, L and lvl. */
  readonly tied: FinitePolicy;
  readonly random: Random;
}

/** The values of K and n for which a theorem is stated. */
export interface Range {
  readonly atoms?: number;
  readonly draws?: number;
}

/** A theorem in calls of src/theory, so that what is proved and what is computed cannot come apart. */
export interface Translation {
  readonly theorem: string;
  /** Digits of a hash of the statement that was translated: whoever changes one is sent to the other. */
  readonly statement: string;
  readonly range: Range;
  /** The statement without its "for all"; where its hypotheses do not hold it says nothing. */
  says(instance: Instance): Iterable<Assertion>;
}

export function translate(
  theorem: string,
  statement: string,
  says: Translation['says'],
  range: Range = {},
): Translation {
  return { theorem, statement, says, range };
}

/** A number in any of its forms. */
export type Number = Real | Rational | LogForm;

export function atMost(left: Number, right: Number): Assertion {
  return assertion(left, '≤', right);
}

export function below(left: Number, right: Number): Assertion {
  return assertion(left, '<', right);
}

export function equal(left: Number, right: Number): Assertion {
  return assertion(left, '=', right);
}

export function unequal(left: Number, right: Number): Assertion {
  return assertion(left, '≠', right);
}

/** At most a bound of src/theory, which is the one that the statement writes out. */
export function within(left: Number, bound: Number, written: Number): Assertion[] {
  return [equal(bound, written), atMost(left, bound)];
}

function assertion(left: Number, is: Assertion['is'], right: Number): Assertion {
  return { left: { name: 'left', value: toReal(left) }, is, right: { name: 'right', value: toReal(right) } };
}

export function toReal(value: Number): Real {
  if (value instanceof Rational) return rationalReal(value);
  return value instanceof LogForm ? exactReal(value) : value;
}

/** Whether it is certainly so; where a number has no exact form, two count as equal while their enclosures of 40 digits meet. */
export function isSo({ left, is, right }: Assertion): boolean {
  if (is === '=') {
    const [one, other] = [left.value.exact, right.value.exact];
    return one && other ? one.sub(other).isZero() : !isViolated({ left, is, right });
  }
  const { order } = compare(left.value, right.value);
  if (is === '≠') return order === 'less' || order === 'greater';
  return order === 'less' || (is === '≤' && order === 'equal');
}
