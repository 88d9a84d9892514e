import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkMass } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { analyticalFormula } from '../selection/formula.ts';
import { type Law, sumOver } from '../selection/law.ts';
import { meanOfEstimator } from './estimator.ts';

/**
 * D̂*_n(ε) = log((1−q^n)/ε) + (n−1) q^n log q/(1−q^n) with q = 1 − ε, for ε in (0, 1], in nats, as a function of ε; D̂*_n(1) = 0 and
 * D̂*_n(0+) = D̃_n. It is the least function of the mass alone that is D̃_n at 0 and whose mean bounds the KL from above for all policies.
 *
 * Source: docs/theory-ours.md, better-estimator. Guarantee: that of the field; only 1 − q^n ≥ ε has cancellation.
 * @throws DomainError unless n is in [1, 10^9] and ε in (0, 1].
 */
export function betterEstimator<Q, T>(field: LogField<Q, T>, n: Draws): (epsilon: Rational) => T {
  const draws = exactDraws(n);
  const zero = field.lift(field.rational(Rational.ZERO));
  const one = field.rational(Rational.ONE);
  const more = draws.sub(Rational.ONE);
  const nMinusOne = field.rational(more);
  return (epsilon) => {
    const rest = Rational.ONE.sub(checkMass('the mass ε', epsilon));
    if (more.sign() === 0 || rest.sign() === 0) return zero;
    const base = field.rational(rest);
    const missed = field.pow(base, draws);
    const seen = field.sub(one, missed);
    const ratio = field.log(field.div(seen, field.rational(epsilon)));
    const factor = field.div(field.mul(nMinusOne, missed), seen);
    return field.plus(ratio, field.scale(factor, field.log(base)));
  };
}

/** E_{y∼π} D̂*_n(p(y)): the mean of the better estimator at each outcome's own mass, as in `estimatorMean`. */
export function betterEstimatorMean<Q, T>(law: Law<Q, T>): T {
  return meanOfEstimator(law, betterEstimator(law.field, law.n));
}

/**
 * X_i = D̃_n − g(F_{i−1}, F_i)/π_i = D̂*_n(p_i/F_i) for every atom, and D̃_n on a continuous part: an unbiased estimator of the KL from
 * the mass and quantile of an answer. Source: docs/theory-ours.md, unbiased-estimator. Guarantee: that of the field.
 * @throws as `betterEstimator` for n.
 */
export function unbiasedEstimates<Q, T>(field: LogField<Q, T>, policy: FinitePolicy, n: Draws): T[] {
  const estimate = betterEstimator(field, n);
  const { atoms, cumulative, continuousParts } = policy;
  return atoms.map((weight, i) =>
    continuousParts.has(i) ? analyticalFormula(field, n) : estimate(Rational.of(weight, cumulative[i + 1] as bigint)),
  );
}

/** E_{y∼π} X(y), which is the KL. */
export function unbiasedMean<Q, T>(law: Law<Q, T>): T {
  const estimates = unbiasedEstimates(law.field, law.policy, law.n);
  return sumOver(law, ({ index, probability }) => law.field.scale(probability, estimates[index] as T));
}

/** Var_{y∼π} X(y) = Σ π_i (X_i − E X)². The field must be able to multiply logarithms. */
export function unbiasedVariance<T>(law: Law<T, T>): T {
  const { field } = law;
  const estimates = unbiasedEstimates(field, law.policy, law.n);
  const mean = unbiasedMean(law);
  return sumOver(law, ({ index, probability }) => {
    const away = field.minus(estimates[index] as T, mean);
    return field.mul(probability, field.mul(away, away));
  });
}
