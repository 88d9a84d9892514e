import { DomainError } from '../../arithmetic/errors.ts';
import { intervals } from '../../arithmetic/interval-field.ts';
import { LogForm } from '../../arithmetic/log-form.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { difference, exactReal, multiple, product, type Real, rationalReal, real, sum } from '../../arithmetic/real.ts';
import { BestOfN } from '../../quantities/best-of-n.ts';
import type { Evaluation } from '../../quantities/evaluation.ts';
import type { Relation } from '../relation.ts';
import type { Expression, Statement } from './expression.ts';
import { shortText } from './text.ts';

/** A statement as a function of the quantities. The names of the sides are worked out once. */
export function relationOf<E extends Evaluation>({ left, is, right }: Statement<E>): (q: E) => Relation {
  const names = [shortText(left), shortText(right)] as const;
  return (q) => ({
    left: { name: names[0], value: evaluate(left, q) },
    is,
    right: { name: names[1], value: evaluate(right, q) },
  });
}

/**
 * The value of an expression. Guarantee: exact where its parts are and the operations keep exact forms, otherwise an enclosure; the fast
 * tier applies where all parts have it. A named quantity is the very real that the quantities give.
 */
export function evaluate<E extends Evaluation>(of: Expression<E>, q: E): Real {
  const known = rationalOf(of, q);
  if (known) return rationalReal(known);
  switch (of.kind) {
    case 'number':
    case 'draws':
      throw new TypeError('a number is rational');
    case 'quantity':
      return of.value(q);
    case 'at':
      return of.of.value(atMultiple(q, of.factor));
    case 'log':
      return logOf(of.of, q);
    case 'power':
      return Array<Real>(of.exponent).fill(evaluate(of.base, q)).reduce(product);
    case 'sum':
      return sum(evaluate(of.left, q), evaluate(of.right, q));
    case 'difference':
      return difference(evaluate(of.left, q), evaluate(of.right, q));
    case 'product':
      return product(evaluate(of.left, q), evaluate(of.right, q));
    case 'quotient':
      return quotient(of, q);
  }
}

/** The value of an expression in n and rational quantities, exactly; null for any other. */
export function rationalOf<E extends Evaluation>(of: Expression<E>, q: E): Rational | null {
  switch (of.kind) {
    case 'number':
      return of.value;
    case 'draws':
      return q.draws;
    case 'quantity':
      return of.rational?.(q) ?? null;
    case 'at':
      return of.of.rational?.(atMultiple(q, of.factor)) ?? null;
    case 'log':
      return null;
    case 'power':
      return rationalOf(of.base, q)?.pow(of.exponent) ?? null;
    default: {
      const left = rationalOf(of.left, q);
      const right = left && rationalOf(of.right, q);
      if (!left || !right) return null;
      if (of.kind === 'quotient' && right.sign() === 0) throw new DomainError(BY_ZERO);
      return left[METHOD[of.kind]](right);
    }
  }
}

const METHOD = { sum: 'add', difference: 'sub', product: 'mul', quotient: 'div' } as const;

function logOf<E extends Evaluation>(of: Expression<E>, q: E): Real {
  // log n = D̃_n + (n−1)/n, and D̃_n has a fast tier.
  if (of.kind === 'draws' && q instanceof BestOfN)
    return sum(q.atomlessKl, rationalReal(Rational.ONE.sub(Rational.ONE.div(q.draws))));
  const known = rationalOf(of, q);
  if (known) return exactReal(LogForm.log(known));
  const value = evaluate(of, q);
  return real({ enclose: (digits) => intervals(digits).log(value.enclose(digits)) });
}

function quotient<E extends Evaluation>(of: { left: Expression<E>; right: Expression<E> }, q: E): Real {
  const left = evaluate(of.left, q);
  const below = rationalOf(of.right, q);
  if (below?.sign() === 0) throw new DomainError(BY_ZERO);
  if (below) return multiple(Rational.ONE.div(below), left);
  const right = evaluate(of.right, q);
  return real({
    enclose: (digits) => {
      const enclosed = right.enclose(digits);
      // More digits would not help.
      if (enclosed.containsZero() && right.exact?.isZero()) throw new DomainError(BY_ZERO);
      return intervals(digits).div(left.enclose(digits), enclosed);
    },
  });
}

const BY_ZERO = 'a relation divides by 0 here';

/** The same quantities at a multiple of n. @throws TypeError for another selection than best-of-n. */
function atMultiple<E extends Evaluation>(q: E, factor: number): E {
  if (!(q instanceof BestOfN)) throw new TypeError('only best-of-n is worked out at a multiple of n');
  return q.at(q.draws.mul(Rational.of(factor))) as Evaluation as E;
}
