import { intervals } from '../../src/arithmetic/interval-field.ts';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import {
  difference,
  exactReal,
  multiple,
  product,
  type Real,
  rationalReal,
  real,
  sum,
} from '../../src/arithmetic/real.ts';
import { atMost, defineClaim, equal } from '../../src/claims/claim.ts';
import { COMMON_SHARES } from '../../src/claims/regimes.ts';
import type { FinitePolicy } from '../../src/policy/finite-policy.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { levelRewards, meanReward, otherKl, weightsOnAtoms } from '../../src/quantities/other-policy.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { meanUnderLaw } from '../../src/quantities/reward.ts';
import { tiltedWeights } from '../../src/selection/tilt.ts';
import { inDecimals } from '../shared/cross-checks.ts';

export const claim = defineClaim({
  id: 'tilt-optimal',
  title: 'No law of its divergence earns more than the tilt',
  statement:
    'λ(E_φ r − E_q r) ≤ KL(φ‖p) − KL(q‖p) for q ∝ p e^{λr}, λ ≥ 0; so KL(φ‖p) ≤ KL(q‖p) implies E_φ r ≤ E_q r for λ > 0',
  source: 'Yang et al., arXiv 2404.01730',
  hypotheses:
    'finite policy, any law φ on its outcomes, best-of-n for integer n ≥ 1 among them; checked at rewards 0, 1, 2, … with e^λ = n and e^λ = 2',
  expected: 'holds',
  proof: { theorems: ['tilt_identity', 'tilt_policy', 'kl_nonneg', 'tilt_is_optimal', 'level_policy'] },
  domain: { atoms: 1, draws: 1, auxiliary: true },
  shares: COMMON_SHARES,
  cost: 'high',
  reach: { atoms: 1000 },
  *relations(q) {
    for (const tilt of tilts(q)) {
      const phi = weightsOnAtoms(q.policy, q.auxiliary);
      const gain = multiple(meanReward(phi, tilt.rewards).sub(tilt.mean), tilt.lambda);
      const more = difference(otherKl(phi, q.policy.atoms), tilt.kl);
      yield atMost('λ(E_φ r − E_q r)', gain, 'KL(φ‖p) − KL(q‖p)', more);
      yield atMost('λ(E_π r − E_q r)', gainOfBest(q, tilt), 'KL(π‖p) − KL(q‖p)', difference(q.kl, tilt.kl));
    }
  },
  *crossChecks(q) {
    const rewards = levelRewards(q.policy);
    for (const { kl, mean, lambda, base } of tilts(q)) {
      // log Z from the definition of Z, in intervals.
      const other = real({
        enclose: (digits) => {
          const field = intervals(digits);
          const z = rewards.reduce((sum, reward, i) => {
            const power = field.pow(field.integer(base), reward);
            return field.add(sum, field.mul(field.rational(q.policy.mass(i)), power));
          }, field.integer(0));
          return field.sub(multiple(mean, lambda).enclose(digits), field.log(z));
        },
      });
      yield { name: 'KL(q‖p) and λ E_q r − log Z', one: kl, other };
    }
    yield* inDecimals('E_π r', q, meanOfBest(q), (law) => meanUnderLaw(law, rewardsOf(law.policy)));
  },
  *derivation(q) {
    const phi = weightsOnAtoms(q.policy, q.auxiliary);
    for (const { weights, lambda, mean, kl, rewards } of tilts(q)) {
      const lost = otherKl(phi, weights);
      yield { name: 'KL(φ‖q) ≥ 0', relation: atMost('0', rationalReal(Rational.ZERO), 'KL(φ‖q)', lost) };
      const more = difference(otherKl(phi, q.policy.atoms), kl);
      const gain = multiple(meanReward(phi, rewards).sub(mean), lambda);
      yield {
        name: 'the identity of the tilt',
        relation: equal('KL(φ‖p) − KL(q‖p)', more, 'KL(φ‖q) + λ(E_φ r − E_q r)', sum(lost, gain)),
      };
    }
  },
});

interface Tilt {
  readonly base: bigint;
  readonly lambda: Real;
  readonly rewards: readonly bigint[];
  readonly weights: readonly bigint[];
  /** E_q r */
  readonly mean: Rational;
  /** KL(q‖p) */
  readonly kl: Real;
}

function tilts({ policy, draws }: BestOfN): Tilt[] {
  const rewards = levelRewards(policy);
  return [(draws.num + draws.den - 1n) / draws.den, 2n].map((base) => {
    const weights = tiltedWeights(policy.atoms, rewards, base);
    const lambda = exactReal(LogForm.log(Rational.of(base)));
    return { base, lambda, rewards, weights, mean: meanReward(weights, rewards), kl: otherKl(weights, policy.atoms) };
  });
}

function meanOfBest(q: BestOfN): Real {
  return q.of(MEAN_REWARD);
}

/** E_π r of the rewards 0, 1, 2, … of the levels. */
const MEAN_REWARD = defineQuantity({
  symbol: 'E_π r',
  formula: (law) => meanUnderLaw(law, rewardsOf(law.policy)),
  isZero: ({ policy }) => rewardsOf(policy).every((reward) => reward.sign() === 0),
});

function rewardsOf(policy: FinitePolicy): Rational[] {
  return levelRewards(policy).map((reward) => Rational.of(reward));
}

/** λ(E_π r − E_q r) */
function gainOfBest(q: BestOfN, { lambda, mean }: Tilt): Real {
  const gain = difference(meanOfBest(q), rationalReal(mean));
  if (lambda.rational?.sign() === 0 || gain.rational?.sign() === 0) return rationalReal(Rational.ZERO);
  return product(lambda, gain);
}
