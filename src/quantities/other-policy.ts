import { approximateField, withoutMorePrecision } from '../arithmetic/approximate-field.ts';
import { bitLength, sumOf } from '../arithmetic/bigint.ts';
import { exactField } from '../arithmetic/exact-field.ts';
import { FixedField } from '../arithmetic/fixed-field.ts';
import type { LogField } from '../arithmetic/log-field.ts';
import { LogForm } from '../arithmetic/log-form.ts';
import { workingBits } from '../arithmetic/precision.ts';
import { Rational } from '../arithmetic/rational.ts';
import { exactReal, type Real, real } from '../arithmetic/real.ts';
import { checkCount, checkWeights, outside } from '../policy/arguments.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { EXACT_TOTAL_BITS } from './size-rule.ts';

/**
 * Other laws φ on the outcomes of a reference, given by auxiliary weights that need not be normalised.
 *
 * Within a continuous part φ is proportional to the reference, so that a continuous part counts as an atom here.
 */

/**
 * The weights of the policy's atoms, from weights of the outcomes: sums over levels, or the same weights where an order breaks ties.
 * Guarantee: exact. @throws DomainError unless there is a weight for each outcome.
 */
export function weightsOnAtoms({ ranks, ties, atoms }: FinitePolicy, weights: readonly bigint[]): bigint[] {
  checkCount('the weights', weights, ranks.length);
  if (ties === 'order') return [...weights];
  const sums = atoms.map(() => 0n);
  weights.forEach((weight, outcome) => {
    const level = ranks[outcome] as number;
    sums[level] = (sums[level] as bigint) + weight;
  });
  return sums;
}

const GUARD_BITS = 32;

/** @throws DomainError unless both are weights of laws, equally many, and ψ is not 0 where φ is not. */
function checkLaws(phi: readonly bigint[], psi: readonly bigint[]): void {
  checkWeights(' of φ', phi);
  checkCount('the weights of ψ', psi, phi.length);
  checkWeights(' of ψ', psi);
  const missing = phi.findIndex((weight, i) => weight > 0n && psi[i] === 0n);
  if (missing >= 0) throw outside('a weight of ψ', 'above 0 where that of φ is', psi[missing]);
}

/**
 * KL(φ‖ψ) = Σ φ_i log(φ_i/ψ_i) of two laws given by weights, in nats. Guarantee: that of the field.
 * @throws DomainError unless the lists are weights of laws and equally long, and ψ is not 0 where φ is not.
 *
 * @example
 * klBetween(intervals(20), [1n, 3n], [1n, 1n]).lo.toFixed(6, 1); // '0.130812'
 */
export function klBetween<Q, T>(field: LogField<Q, T>, phi: readonly bigint[], psi: readonly bigint[]): T {
  checkLaws(phi, psi);
  const [whole, other] = [sumOf(phi), sumOf(psi)];
  let sum = field.lift(field.rational(Rational.ZERO));
  phi.forEach((weight, i) => {
    if (weight === 0n) return;
    const share = field.rational(Rational.of(weight, whole));
    const [num, den] = [weight * other, (psi[i] as bigint) * whole];
    // The logarithm of a large number is precise; that of a tiny number is not.
    const log = field.log(field.rational(num < den ? Rational.of(den, num) : Rational.of(num, den)));
    const term = field.scale(share, log);
    sum = num < den ? field.minus(sum, term) : field.plus(sum, term);
  });
  return sum;
}

/** The same as a real. Guarantee: enclosures; exact where the weights have few bits; exactly 0 for equal laws. @throws as `klBetween`. */
export function otherKl(phi: readonly bigint[], psi: readonly bigint[]): Real {
  checkLaws(phi, psi);
  const [whole, other] = [sumOf(phi), sumOf(psi)];
  if (phi.every((weight, i) => weight * other === (psi[i] as bigint) * whole)) return exactReal(LogForm.ZERO);
  const bits = bitLength(whole > other ? whole : other);
  return real({
    enclose: (digits) => {
      const field = new FixedField(workingBits(digits, GUARD_BITS + bitLength(BigInt(bits))));
      return field.toInterval(klBetween(field, phi, psi), digits);
    },
    exact: () => (bits * phi.length <= EXACT_TOTAL_BITS ? klBetween(exactField, phi, psi) : null),
    approximate: () => withoutMorePrecision(() => klBetween(approximateField, phi, psi)),
  });
}

/** W(φ) = Σ φ_i (F_{i−1} + F_i)/2 over the reference's levels, ties counting one half. Guarantee: exact. @throws as `weightsOnAtoms`. */
export function winRateOf(policy: FinitePolicy, weights: readonly bigint[]): Rational {
  checkWeights('', weights);
  const levels = policy.byLevel();
  const { cumulative } = levels;
  let sum = 0n;
  weightsOnAtoms(levels, weights).forEach((weight, i) => {
    sum += weight * ((cumulative[i] as bigint) + (cumulative[i + 1] as bigint));
  });
  return Rational.of(sum, 2n * levels.total * sumOf(weights));
}

/** The reward of each atom: its level, from 0. */
export function levelRewards({ ranks, ties, atoms }: FinitePolicy): bigint[] {
  return ties === 'order' ? ranks.map(BigInt) : atoms.map((_, level) => BigInt(level));
}

/** E_φ r of integer rewards. Guarantee: exact. @throws DomainError unless there is a reward for each weight. */
export function meanReward(weights: readonly bigint[], rewards: readonly bigint[]): Rational {
  checkWeights('', weights);
  checkCount('the rewards', rewards, weights.length);
  const sum = weights.reduce((s, weight, i) => s + weight * (rewards[i] as bigint), 0n);
  return Rational.of(sum, sumOf(weights));
}
