import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, product, type Real, rationalReal, real } from '../../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { TOTAL_VARIATION } from '../../src/quantities/divergence-quantities.ts';
import { defineQuantity, type Evaluated } from '../../src/quantities/quantity.ts';
import { rewardGain, rewardGainByParts, stepRewards } from '../../src/quantities/reward.ts';
import { inDecimals } from '../shared/cross-checks.ts';

const TWO = Rational.of(2);

export const claim = defineClaim({
  id: 'transport',
  title: 'What a divergence buys in reward',
  statement: '0 ≤ E_π r − E_p r ≤ (hi − lo) √(KL/2), that is 2(E_π r − E_p r)² ≤ KL, for rewards from lo = 0 to hi = 1',
  source: 'Mroueh, arXiv 2406.05883, the transportation inequality for bounded rewards',
  hypotheses: 'finite policy with nondecreasing rewards in an interval, integer n ≥ 1; rewards rise by arbitrary steps',
  expected: 'holds',
  proof: {
    theorems: ['transport', 'reward_monotone', 'best_of_one', 'level_policy', 'random_ties_kl', 'random_ties_expect'],
  },
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'medium',
  relations: (q) => [
    atMost('0', rationalReal(Rational.ZERO), 'E_π r − E_p r', gain(q)),
    atMost('2(E_π r − E_p r)²', twiceSquare(gain(q)), 'KL', q.kl),
  ],
  *crossChecks(q) {
    yield* inDecimals('E_π r − E_p r', q, gain(q), (law) => rewardGain(law, stepRewards(q.policy, q.auxiliary)));
    const parts = q.of(GAIN_BY_PARTS, q.auxiliary);
    yield { name: 'E_π r − E_p r and by parts', one: gain(q), other: parts };
  },
  *derivation(q) {
    const variation = q.of(TOTAL_VARIATION);
    yield { name: 'rewards differ by at most 1', relation: atMost('E_π r − E_p r', gain(q), 'TV', variation) };
    yield { name: 'Pinsker', relation: atMost('2 TV²', twiceSquare(variation), 'KL', q.kl) };
  },
});

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

function gain(q: BestOfN): Real {
  return q.of(GAIN, q.auxiliary);
}

/** 2x². The enclosure of a power is tighter than that of a product. */
function twiceSquare(x: Real): Real {
  if (x.rational) return rationalReal(TWO.mul(x.rational).mul(x.rational));
  return real({
    enclose: (digits) =>
      intervals(digits).mul(intervals(digits).rational(TWO), intervals(digits).pow(x.enclose(digits), 2n)),
    approximate: () => multiple(TWO, product(x, x)).approximate(),
  });
}
