import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkIndex } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';

/**
 * π_i/(p_i F_i^(n−1)) = (1−r^n)/(1−r) with r = F_{i−1}/F_i, for the atom of index i from 0. It is between 1 and n; for integers n it is
 * 1 + r + … + r^(n−1).
 *
 * Source: docs/theory-ours.md, likelihood-bounds. Guarantee: that of the field; only 1 − r ≥ p_i has cancellation.
 * @throws DomainError unless there is an atom i and n is in [1, 10^9].
 */
export function likelihoodFactor<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, n: Draws, i: number): Q {
  checkIndex('the index of an atom', i, policy.atoms.length);
  const r = Rational.of(policy.cumulative[i] as bigint, policy.cumulative[i + 1] as bigint);
  const missed = field.pow(field.rational(r), exactDraws(n));
  return field.div(field.sub(field.rational(Rational.ONE), missed), field.rational(Rational.ONE.sub(r)));
}

/**
 * log(π_i/p_i) = (n−1) log F_i + log of that factor, in nats. It also works where π_i and p_i are too small to represent.
 * Guarantee: that of the field. @throws as `likelihoodFactor`.
 */
export function logLikelihoodRatio<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, n: Draws, i: number): T {
  checkIndex('the index of an atom', i, policy.atoms.length);
  const upTo = field.rational(policy.cdf(i + 1));
  const nMinusOne = field.rational(exactDraws(n).sub(Rational.ONE));
  return field.plus(field.scale(nMinusOne, field.log(upTo)), field.log(likelihoodFactor(field, policy, n, i)));
}
