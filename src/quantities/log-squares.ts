import { Rational } from '../arithmetic/rational.ts';
import { type Law, sumOver } from '../selection/law.ts';
import { logLikelihoodRatio } from '../selection/likelihood.ts';

/**
 * E_π[½ log²(π/p)], the mean of the estimator k2 of the KL under best-of-n; 0 where the selection changes nothing. On a continuous part it
 * is the integral of ½ f log² f with f = n u^(n−1).
 *
 * Source: J. Schulman, "Approximating KL divergence", 2020, with the roles of the two laws exchanged. Guarantee: an enclosure.
 */
export function halfLogSquares<T>(law: Law<T, T>): T {
  const { field, policy, n } = law;
  const half = field.rational(Rational.of(1, 2));
  const sum = sumOver(law, (atom) => {
    if (atom.isContinuous) {
      const [below, upTo] = law.ends(atom);
      return field.sub(squaresUpTo(law, upTo), squaresUpTo(law, below));
    }
    const log = logLikelihoodRatio(field, policy, n, atom.index);
    return field.mul(atom.probability, field.mul(log, log));
  });
  return field.mul(half, sum);
}

/** u^n (L² − 2aL + 2a²) with L = log(n u^(n−1)) and a = (n−1)/n, the antiderivative of f log² f; 0 at 0. */
function squaresUpTo<T>({ field, n }: Law<T, T>, u: Rational): T {
  if (u.sign() === 0) return field.rational(Rational.ZERO);
  const less = n.sub(Rational.ONE);
  const a = field.rational(less.div(n).reduced());
  const base = field.rational(u);
  const log = field.add(field.log(field.rational(n)), field.mul(field.rational(less), field.log(base)));
  // L² − 2aL + 2a² = (L − a)² + a², which is never below 0.
  const away = field.sub(log, a);
  return field.mul(field.pow(base, n), field.add(field.mul(away, away), field.mul(a, a)));
}
