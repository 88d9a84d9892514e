import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkMass } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import { analyticalFormula } from '../selection/formula.ts';
import type { Law } from '../selection/law.ts';

/** How many different masses a pass caches. Empirical policies often repeat masses. */
const REMEMBERED = 10_000;

/**
 * D̂_n(ε) = (1−ε)^n (log n + (n−1) log(1−ε) − (n−1)/n) + (1−(1−ε)^n) log((1−(1−ε)^n)/ε), the paper's estimator of the KL,
 * for ε in (0, 1], in nats, as a function of ε; D̂_n(1) = 0 and D̂_n(0+) = D̃_n.
 *
 * Guarantee: that of the field. @throws DomainError unless n is in [1, 10^9] and ε in (0, 1].
 *
 * Source: Beirami et al., arXiv 2401.01879, §4.
 */
export function estimator<Q, T>(field: LogField<Q, T>, n: Draws): (epsilon: Rational) => T {
  const draws = exactDraws(n);
  const zero = field.lift(field.rational(Rational.ZERO));
  const one = field.rational(Rational.ONE);
  const formula = analyticalFormula(field, draws);
  const more = draws.sub(Rational.ONE);
  const nMinusOne = field.rational(more);
  return (epsilon) => {
    const rest = Rational.ONE.sub(checkMass('the mass ε', epsilon));
    if (more.sign() === 0) return zero;
    if (rest.sign() === 0) return zero;
    const base = field.rational(rest);
    const missed = field.pow(base, draws);
    const bracket = field.plus(formula, field.scale(nMinusOne, field.log(base)));
    const seen = field.relativeEntropy(field.sub(one, missed), field.rational(epsilon));
    return field.plus(field.scale(missed, bracket), seen);
  };
}

/** D̂_n(ε_∞): the estimator at the mass of the best atom, an upper bound of the KL; D̂_n(0+) = D̃_n where a continuous part is on top. */
export function estimatorBest<Q, T>({ field, policy, n }: Law<Q, T>): T {
  if (policy.continuousParts.has(policy.atoms.length - 1)) return analyticalFormula(field, n);
  return estimator(field, n)(policy.mass(policy.atoms.length - 1));
}

/**
 * E_{y∼π} D̂_n(p(y)), the estimator's mean under best-of-n. p(y) is the outcome's own probability, which a practitioner knows, also where
 * outcomes tie; there π(y) = (p(y)/P)·π_level, with P the mass of the level. On a continuous part p(y) is 0, and D̂_n(0+) = D̃_n.
 */
export function estimatorMean<Q, T>(law: Law<Q, T>): T {
  return meanOfEstimator(law, estimator(law.field, law.n));
}

/** The same for any function of the mass that tends to D̃_n at 0. */
export function meanOfEstimator<Q, T>(law: Law<Q, T>, dHat: (epsilon: Rational) => T): T {
  const { field, policy, n } = law;
  const known = new Map<bigint, T>();
  const at = (weight: bigint): T => {
    let value = known.get(weight);
    if (value === undefined) {
      value = dHat(Rational.of(weight, policy.total));
      if (known.size < REMEMBERED) known.set(weight, value);
    }
    return value;
  };
  let sum = field.lift(field.rational(Rational.ZERO));
  let next = 0;
  for (const { index, probability, isContinuous } of law.atoms()) {
    const level = policy.atoms[index] as bigint;
    if (isContinuous) {
      sum = field.plus(sum, field.scale(probability, analyticalFormula(field, n)));
      next += 1;
      continue;
    }
    for (let left = level; left > 0n; next += 1) {
      const weight = policy.weights[next] as bigint;
      const share = weight === level ? probability : field.mul(field.rational(Rational.of(weight, level)), probability);
      sum = field.plus(sum, field.scale(share, at(weight)));
      left -= weight;
    }
  }
  return sum;
}
