import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Law } from './law.ts';

/** Repeated masses are common in empirical policies; so many different ones are remembered in a pass. */
const REMEMBERED = 10_000;

/**
 * D̂_n(ε) = (1−ε)^n (log n + (n−1) log(1−ε) − (n−1)/n) + (1−(1−ε)^n) log((1−(1−ε)^n)/ε), the paper's estimator of the KL,
 * for ε in (0, 1], in nats; D̂_n(1) = 0 and D̂_n(0+) = D̃_n.
 *
 * Source: Beirami et al., arXiv 2401.01879, §4.
 */
export function estimator<Q, T>(field: LogField<Q, T>, epsilon: Rational, n: number): T {
  const rest = Rational.ONE.sub(epsilon);
  if (rest.sign() === 0 || n === 1) return field.lift(field.rational(Rational.ZERO));
  const missed = field.pow(field.rational(rest), n);
  const logs = field.plus(
    field.log(field.rational(Rational.of(n))),
    field.scale(field.rational(Rational.of(n - 1)), field.log(field.rational(rest))),
  );
  const bracket = field.minus(logs, field.lift(field.rational(Rational.of(n - 1, n))));
  const seen = field.sub(field.rational(Rational.ONE), missed);
  return field.plus(field.scale(missed, bracket), field.relativeEntropy(seen, field.rational(epsilon)));
}

/** D̂_n(ε_∞): the estimator at the mass of the best atom, an upper bound of the KL. */
export function estimatorBest<Q, T>(field: LogField<Q, T>, law: Law<Q, T>): T {
  return estimator(field, law.policy.mass(law.policy.atoms.length - 1), law.n);
}

/**
 * E_{y∼π} D̂_n(p(y)), the estimator's mean under best-of-n. p(y) is the outcome's own probability, which is what a
 * practitioner knows, also where outcomes tie; there π(y) = (p(y)/P)·π_level.
 */
export function estimatorMean<Q, T>(law: Law<Q, T>): T {
  const { field, policy, n } = law;
  const known = new Map<bigint, T>();
  const at = (weight: bigint): T => {
    let value = known.get(weight);
    if (value === undefined) {
      value = estimator(field, Rational.of(weight, policy.total), n);
      if (known.size < REMEMBERED) known.set(weight, value);
    }
    return value;
  };
  let sum = field.lift(field.rational(Rational.ZERO));
  let next = 0;
  for (const { index, probability } of law.atoms()) {
    const level = policy.atoms[index] as bigint;
    for (let left = level; left > 0n; next += 1) {
      const weight = policy.outcomes[next] as bigint;
      const share = weight === level ? probability : field.mul(field.rational(Rational.of(weight, level)), probability);
      sum = field.plus(sum, field.scale(share, at(weight)));
      left -= weight;
    }
  }
  return sum;
}
