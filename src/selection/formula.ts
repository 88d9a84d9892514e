import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';

/**
 * D̃_n = log n − (n−1)/n, the "analytical formula", in nats: an upper bound of the KL, not its value.
 *
 * Guarantee: that of the field. @throws InputError unless n is in [1, 10^9].
 *
 * Source: Beirami et al., arXiv 2401.01879, Theorem 3.1; used as an equality by Stiennon et al. 2020 and Gao et al. 2023.
 */
export function analyticalFormula<Q, T>(field: LogField<Q, T>, n: Draws): T {
  const draws = exactDraws(n);
  const nMinusOne = draws.sub(Rational.ONE);
  return field.minus(field.log(field.rational(draws)), field.lift(field.rational(nMinusOne.div(draws))));
}
