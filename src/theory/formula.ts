import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';

/**
 * D̃_n = log n − (n−1)/n, the "analytical formula", in nats: an upper bound of the KL, not its value.
 *
 * Source: Beirami et al., arXiv 2401.01879, Theorem 3.1; used as an equality by Stiennon et al. 2020 and Gao et al. 2023.
 */
export function analyticalFormula<Q, T>(field: LogField<Q, T>, n: number): T {
  const draws = Rational.fromDouble(n);
  const others = draws.sub(Rational.ONE);
  return field.minus(field.log(field.rational(draws)), field.lift(field.rational(others.div(draws))));
}
