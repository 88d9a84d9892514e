import type { LogField } from '../arithmetic/log-field.ts';
import { Rational } from '../arithmetic/rational.ts';
import { checkContinuousPart, checkMass } from '../policy/arguments.ts';
import { type Draws, exactDraws } from '../policy/draws.ts';
import { phi } from '../selection/best-of.ts';
import { type Law, sumOver } from '../selection/law.ts';

/**
 * g(a, b) = Φ_n(b) − Φ_n(a) − (b^n − a^n) log((b^n − a^n)/(b − a)) ≥ 0 for 0 ≤ a < b ≤ 1: the contribution of an atom with the interval
 * [a, b] to the gap D̃_n − KL. Guarantee: that of the field. @throws DomainError for other ends, and as `phi` for n.
 */
export function localGap<Q, T>(field: LogField<Q, T>, a: Rational, b: Rational, n: Draws): T {
  checkContinuousPart(a, b);
  const draws = exactDraws(n);
  const probability = field.sub(field.pow(field.rational(b), draws), field.pow(field.rational(a), draws));
  const increment = field.minus(phi(field, b, draws), phi(field, a, draws));
  return field.minus(increment, field.relativeEntropy(probability, field.rational(b.sub(a))));
}

/**
 * γ(t) = g(1 − t, 1): the local gap of a top atom of mass t in (0, 1]; γ(1) = D̃_n. Guarantee: that of the field.
 * @throws DomainError for another mass, and as `phi` for n.
 */
export function topGap<Q, T>(field: LogField<Q, T>, mass: Rational, n: Draws): T {
  checkMass('the mass t', mass);
  return localGap(field, Rational.ONE.sub(mass), Rational.ONE, n);
}

/** Σ_i g(F_{i−1}, F_i) over the atoms: the gap D̃_n − KL as a sum of parts, a cross-check of it. */
export function sumOfLocalGaps<Q, T>(law: Law<Q, T>): T {
  return sumOfSomeLocalGaps(law, () => true);
}

/** The same sum over some atoms only. The gap is at least this. */
export function sumOfSomeLocalGaps<Q, T>(law: Law<Q, T>, isWanted: (index: number) => boolean): T {
  const { policy } = law;
  const zero = law.field.lift(law.field.rational(Rational.ZERO));
  return sumOver(law, ({ index, isContinuous }) => {
    if (isContinuous || !isWanted(index)) return zero;
    const a = policy.cdf(index);
    const b = policy.cdf(index + 1);
    return localGap(law.field, a, b, law.n);
  });
}
