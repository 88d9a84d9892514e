import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkContinuousPart } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import type { Law } from '../selection/law.ts';
import { powerSum } from './renyi.ts';

/**
 * W = Σ π_i (F_{i−1} + F_i)/2: the probability that a selected sample beats one from the reference, ties counting one half. It depends on
 * reward levels only, however ties are broken: the law must be that of `policy.byLevel()`.
 *
 * On a continuous part nothing ties; it adds ∫ u g.
 *
 * Source: Beirami et al., arXiv 2401.01879, §5. 1/2 for one level and where the selection changes nothing.
 */
export function winRate<Q, T>(law: Law<Q, T>): Q {
  const { field, distortion } = law;
  const half = field.rational(Rational.of(1, 2));
  let sum = field.rational(Rational.ZERO);
  for (const atom of law.atoms()) {
    const term = atom.isContinuous
      ? distortion.mean(...law.ends(atom))
      : field.mul(field.mul(atom.probability, field.add(atom.below, atom.upTo)), half);
    sum = field.add(sum, term);
  }
  return sum;
}

/** W = 1 − Σ p_i (F_i^n + F_{i−1}^n)/2, the trapezoid identity: a cross-check of the win rate. */
export function winRateByTrapezoids<Q, T>(law: Law<Q, T>): Q {
  const { field, n } = law;
  const half = field.rational(Rational.of(1, 2));
  const next = n.add(Rational.ONE);
  let missed = field.rational(Rational.ZERO);
  for (const { mass, below, upTo, isContinuous } of law.atoms()) {
    if (isContinuous) {
      const integral = field.sub(field.pow(upTo, next), field.pow(below, next));
      missed = field.add(missed, field.div(integral, field.rational(next)));
    } else {
      const ends = field.add(field.pow(below, n), field.pow(upTo, n));
      missed = field.add(missed, field.mul(field.mul(mass, ends), half));
    }
  }
  return field.sub(field.rational(Rational.ONE), missed);
}

/**
 * T(a, b) = (b−a)(a^n + b^n)/2 − (b^(n+1) − a^(n+1))/(n+1) ≥ 0: the contribution of an atom with the interval [a, b] to n/(n+1) − W.
 * Source: docs/theory.md, win-rate. Guarantee: that of the field. @throws DomainError unless 0 ≤ a < b ≤ 1 and n is in [1, 10^9].
 */
export function trapezoidError<Q, T>(field: LogField<Q, T>, a: Rational, b: Rational, n: Draws): Q {
  checkContinuousPart(a, b);
  const draws = exactDraws(n);
  const next = draws.add(Rational.ONE);
  const [low, high] = [field.rational(a), field.rational(b)];
  const ends = field.add(field.pow(low, draws), field.pow(high, draws));
  const trapezoid = field.mul(field.rational(b.sub(a).div(Rational.of(2))), ends);
  const integral = field.sub(field.pow(high, next), field.pow(low, next));
  return field.sub(trapezoid, field.div(integral, field.rational(next)));
}

/**
 * n/(n+1), an upper bound of the win rate. Source: as `winRate`, Theorem 5.3. Guarantee: exact.
 * @throws InputError unless n is in [1, 10^9].
 */
export function winRateBound(n: Draws): Rational {
  const draws = exactDraws(n);
  return draws.div(draws.add(Rational.ONE)).reduced();
}

/** (n−1)/2 · Σ p_i², an upper bound of n/(n+1) − W. Source: as `winRate`, Theorem 5.4. Guarantee: exact. @throws as `winRateBound`. */
export function winRateGapBound(policy: FinitePolicy, n: Draws): Rational {
  return exactDraws(n).sub(Rational.ONE).div(Rational.of(2)).mul(powerSum(policy, 2));
}

/**
 * n(n−1)/12 · Σ p_i³, an upper bound of n/(n+1) − W for n ≥ 2. Source: docs/theory-ours.md, win-rate-cubic. Guarantee: exact.
 * @throws as `winRateBound`.
 */
export function winRateCubicBound(policy: FinitePolicy, n: Draws): Rational {
  const draws = exactDraws(n);
  return draws.mul(draws.sub(Rational.ONE)).div(Rational.of(12)).mul(powerSum(policy, 3));
}
