import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkOrder, type Parameter } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';

/**
 * The divergences of Beta(n, 1), the law of best-of-n without atoms, from the uniform law. They are upper bounds for every policy. They
 * hold for real n ≥ 1 and are 0 at n = 1. Each function throws an InputError unless n is in [1, 10^9].
 *
 * Source: Mroueh, arXiv 2406.05883.
 */

/**
 * χ² ≤ (n−1)²/(2n−1). Guarantee: exact.
 *
 * @example
 * chiSquareBound(2).toString(); // '1/3'
 */
export function chiSquareBound(n: Draws): Rational {
  const draws = exactDraws(n);
  const nMinusOne = draws.sub(Rational.ONE);
  return nMinusOne.mul(nMinusOne).div(draws.add(nMinusOne)).reduced();
}

/** H² ≤ 2(1 − 2√n/(n+1)). Enclosures only. */
export function hellingerBound<Q, T>(field: LogField<Q, T>, n: Draws): Q {
  const draws = exactDraws(n);
  const affinity = field.mul(
    field.rational(Rational.of(4).div(draws.add(Rational.ONE))),
    field.pow(field.rational(draws), Rational.of(1, 2)),
  );
  return field.sub(field.rational(Rational.of(2)), affinity);
}

/** KL(p‖π) ≤ n − 1 − log n, in nats. Guarantee: that of the field. */
export function reverseKlBound<Q, T>(field: LogField<Q, T>, n: Draws): T {
  const draws = exactDraws(n);
  return field.minus(field.lift(field.rational(draws.sub(Rational.ONE))), field.log(field.rational(draws)));
}

/** D_α ≤ log(n^α/(α(n−1)+1))/(α−1), in nats, for α > 0, α ≠ 1. Guarantee: that of the field. @throws DomainError for another α. */
export function renyiBound<Q, T>(field: LogField<Q, T>, n: Draws, alpha: Parameter): T {
  const [draws, order] = [exactDraws(n), checkOrder(alpha)];
  const mean = order.mul(draws.sub(Rational.ONE)).add(Rational.ONE);
  const power = field.scale(field.rational(order), field.log(field.rational(draws)));
  const factor = Rational.ONE.div(order.sub(Rational.ONE));
  return field.scale(field.rational(factor), field.minus(power, field.log(field.rational(mean))));
}
