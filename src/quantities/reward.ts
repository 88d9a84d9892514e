import { Rational } from '../arithmetic/rational.ts';
import { checkNotNegative } from '../policy/arguments.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { type Law, sumOver } from '../selection/law.ts';
import { weightsOnAtoms } from './other-policy.ts';

/**
 * Rewards in [0, 1] of the atoms. They rise from level to level in proportion to the steps ≥ 0 listed for the outcomes, from 0 at the
 * lowest level to 1 at the highest; all are 0 where no step counts. Tied outcomes have the same reward, however ties are broken.
 * Guarantee: exact.
 * @throws DomainError unless there is a step ≥ 0 for each outcome.
 */
export function stepRewards(policy: FinitePolicy, steps: readonly bigint[]): Rational[] {
  checkNotNegative('a step', steps);
  const levels = policy.byLevel();
  let height = 0n;
  const heights = weightsOnAtoms(levels, steps).map((step, level) => (height += level === 0 ? 0n : step));
  const rewards = heights.map((reward) => (height === 0n ? Rational.ZERO : Rational.of(reward, height)));
  return policy.ties === 'order' ? policy.ranks.map((rank) => rewards[rank] as Rational) : rewards;
}

/** E_π r − E_p r; the reward is constant on a continuous part. Guarantee: that of the field. */
export function rewardGain<Q, T>(law: Law<Q, T>, rewards: readonly Rational[]): T {
  const { field } = law;
  return sumOver(law, ({ index, mass, probability }) =>
    field.lift(field.mul(field.sub(probability, mass), field.rational(rewards[index] as Rational))),
  );
}

/** Σ (r_{i+1} − r_i)(F_i − G(F_i)): the gain by summation by parts, a cross-check. */
export function rewardGainByParts<Q, T>(law: Law<Q, T>, rewards: readonly Rational[]): T {
  const { field, distortion } = law;
  return sumOver(law, (atom) => {
    const { index, upTo } = atom;
    const rise = rewards[index + 1]?.sub(rewards[index] as Rational) ?? Rational.ZERO;
    return field.lift(field.mul(field.rational(rise), field.sub(upTo, distortion.cdf(law.ends(atom)[1]))));
  });
}

/** E_π r. Guarantee: that of the field. */
export function meanUnderLaw<Q, T>(law: Law<Q, T>, rewards: readonly Rational[]): T {
  const { field } = law;
  return sumOver(law, ({ index, probability }) =>
    field.lift(field.mul(probability, field.rational(rewards[index] as Rational))),
  );
}
