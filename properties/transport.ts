import { intervals } from '../src/arithmetic/interval-field.ts';
import { Rational } from '../src/arithmetic/rational.ts';
import { type Real, rationalReal, real } from '../src/arithmetic/real.ts';
import { atMost, defineClaim } from '../src/claims/claim.ts';
import { COMMON_SHARES } from '../src/claims/regimes.ts';
import type { BestOfN } from '../src/theory/best-of-n.ts';
import { rewardGain, rewardGainByParts, stepRewards } from '../src/theory/reward.ts';
import { inDecimals } from './second-ways.ts';
import { variationOf } from './total-variation.ts';

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
  domain: { atoms: 1, draws: 1, other: true },
  shares: COMMON_SHARES,
  cost: 'medium',
  relations: (q) => [
    atMost('0', rationalReal(Rational.ZERO), 'E_π r − E_p r', gain(q)),
    atMost('2(E_π r − E_p r)²', twiceSquare(gain(q)), 'KL', q.kl),
  ],
  *secondWays(q) {
    yield* inDecimals('E_π r − E_p r', q, gain(q), (law) => rewardGain(law, stepRewards(q.policy, q.other)));
    const parts = q.quantity('by parts', (law) => rewardGainByParts(law, stepRewards(q.policy, q.other)), isZero(q));
    yield { name: 'E_π r − E_p r and by parts', one: gain(q), other: parts };
  },
  *derivation(q) {
    const variation = q.quantity('TV', variationOf, q.isTrivial);
    yield { name: 'rewards differ by at most 1', relation: atMost('E_π r − E_p r', gain(q), 'TV', variation) };
    yield { name: 'Pinsker', relation: atMost('2 TV²', twiceSquare(variation), 'KL', q.kl) };
  },
});

function isZero(q: BestOfN): boolean {
  return q.isTrivial || stepRewards(q.policy, q.other).every(({ num }) => num === 0n);
}

function gain(q: BestOfN): Real {
  return q.quantity('E_π r − E_p r', (law) => rewardGain(law, stepRewards(q.policy, q.other)), isZero(q));
}

function twiceSquare(x: Real): Real {
  if (x.rational) return rationalReal(TWO.mul(x.rational).mul(x.rational));
  return real({
    enclose: (digits) =>
      intervals(digits).mul(intervals(digits).rational(TWO), intervals(digits).pow(x.enclose(digits), 2n)),
  });
}
