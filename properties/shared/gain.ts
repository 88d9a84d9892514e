/** E_π r − E_p r for rewards that the auxiliary weights give, by two ways. */

import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, product, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import type { CrossCheck } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity, type Evaluated } from '../../src/quantities/quantity.ts';
import { rewardGain, rewardGainByParts, stepRewards } from '../../src/quantities/reward.ts';
import { inDecimals } from './cross-checks.ts';

/** The gain is 0 where the selection changes nothing and where all rewards are 0. */
function isZero({ isTrivial, policy }: Evaluated, steps: readonly bigint[]): boolean {
  return isTrivial || stepRewards(policy, steps).every(({ num }) => num === 0n);
}

/** E_π r − E_p r for rewards that rise by steps ≥ 0, one for each outcome. */
const GAIN = defineQuantity<[steps: readonly bigint[]]>({
  symbol: 'E_π r − E_p r',
  formula: (law, steps) => rewardGain(law, stepRewards(law.policy, steps)),
  isZero,
});

const GAIN_BY_PARTS = defineQuantity<[steps: readonly bigint[]]>({
  symbol: 'E_π r − E_p r, by parts',
  formula: (law, steps) => rewardGainByParts(law, stepRewards(law.policy, steps)),
  isZero,
});

/** E_π r − E_p r */
export function gain(q: BestOfN): Real {
  return q.of(GAIN, q.auxiliary);
}

/** The gain in decimal intervals, and by parts. */
export function* gainAgain(q: BestOfN): Generator<CrossCheck> {
  yield* inDecimals('E_π r − E_p r', q, gain(q), (law) => rewardGain(law, stepRewards(q.policy, q.auxiliary)));
  yield { name: 'E_π r − E_p r and by parts', one: gain(q), other: q.of(GAIN_BY_PARTS, q.auxiliary) };
}

/** factor·x². The enclosure of a power is tighter than that of a product. */
export function scaledSquare(factor: Rational, x: Real): Real {
  if (x.rational) return rationalReal(factor.mul(x.rational).mul(x.rational));
  return real({
    enclose: (digits) =>
      intervals(digits).mul(intervals(digits).rational(factor), intervals(digits).pow(x.enclose(digits), 2n)),
    approximate: () => multiple(factor, product(x, x)).approximate(),
  });
}

const variances = new WeakMap<BestOfN, Rational>();

/** Var_p(r), worked out once for each evaluation. Guarantee: exact. */
export function rewardVariance(q: BestOfN): Rational {
  let found = variances.get(q);
  if (!found) {
    found = varianceOf(q).reduced();
    variances.set(q, found);
  }
  return found;
}

function varianceOf({ policy, auxiliary }: BestOfN): Rational {
  const rewards = stepRewards(policy, auxiliary);
  const mean = (of: (reward: Rational) => Rational): Rational =>
    rewards.reduce((sum, reward, i) => sum.add(policy.mass(i).mul(of(reward))), Rational.ZERO);
  const first = mean((reward) => reward);
  return mean((reward) => reward.mul(reward)).sub(first.mul(first));
}
