/** Tilt.v: rewards are integers from 0 and e^c is rational, as src/theory has them. */

import { compare } from '../../src/arithmetic/compare.ts';
import { exactField } from '../../src/arithmetic/exact-field.ts';
import type { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { difference } from '../../src/arithmetic/real.ts';
import { tiltedUniform } from '../../src/theory/optimal-curve.ts';
import { klBetween, meanReward, otherKl, winRateOf } from '../../src/theory/other-policy.ts';
import { tiltedWeights } from '../../src/theory/tilt.ts';
import { atMost, below, equal, type Instance, toReal, translate } from './translation.ts';
import { distribution, ln, ONE, p, rational, share, size, sum, ZERO } from './words.ts';

/** Rewards r, e^c > 1, the tilt's weights and those of another law f. */
function tilted({ q, random }: Instance) {
  const rewards = q.policy.outcomes.map(() => BigInt(random.integer(0, 4)));
  const down = BigInt(random.integer(1, 3));
  const up = down + BigInt(random.integer(1, 3));
  const reference = q.policy.outcomes;
  return {
    rewards,
    base: Rational.of(up, down),
    c: ln(Rational.of(up, down)),
    reference,
    tilt: tiltedWeights(reference, rewards, up, down),
    f: distribution(random, size(q)),
  };
}

const kl = (one: readonly bigint[], other: readonly bigint[]): LogForm => klBetween(exactField, one, other);

export const tilt = [
  translate('tilt_policy', '1f34b4d5ab42', (instance) => {
    const { tilt: weights, rewards, base, reference } = tilted(instance);
    const whole = weights.reduce((all, weight) => all + weight, 0n);
    const masses = weights.map((weight) => Rational.of(weight, whole));
    const partition = sum(reference.length, (i) => p(instance.q, i).mul(base.pow(Number(rewards[i]))));
    return [
      ...masses.map((mass) => below(ZERO, mass)),
      ...masses.map((mass, i) =>
        equal(
          mass,
          p(instance.q, i)
            .mul(base.pow(Number(rewards[i])))
            .div(partition),
        ),
      ),
      equal(
        sum(masses.length, (i) => masses[i] ?? ZERO),
        ONE,
      ),
    ];
  }),
  translate('tilt_identity', '2b3fba7e6d9b', (instance) => {
    const { tilt: q, rewards, c, reference, f } = tilted(instance);
    const gain = meanReward(f, rewards).sub(meanReward(q, rewards));
    return [equal(kl(f, reference).sub(kl(q, reference)), kl(f, q).add(c.scale(gain)))];
  }),
  // By its contrapositive: who gains more pays more.
  translate('tilt_is_optimal', 'c7ddc9eeb569', (instance) => {
    const { tilt: q, rewards, reference, f } = tilted(instance);
    const [gained, most] = [meanReward(f, rewards), meanReward(q, rewards)];
    return [gained.compare(most) > 0 ? below(kl(q, reference), kl(f, reference)) : atMost(gained, most)];
  }),
  translate('donsker_varadhan', 'd5a3785a2f6c', (instance) => {
    const { rewards, base, c, reference, f } = tilted(instance);
    const partition = sum(reference.length, (i) => p(instance.q, i).mul(base.pow(Number(rewards[i]))));
    return [atMost(c.scale(meanReward(f, rewards)).sub(ln(partition)), kl(f, reference))];
  }),
  translate('win_rate_kl_trade_off', '5c66888f3944', ({ q, random }) => {
    const [c, f] = [share(random).mul(rational(6)), distribution(random, size(q))];
    const won = toReal(c.mul(winRateOf(q.policy, f)));
    return [atMost(difference(won, tiltedUniform(c).logMean), otherKl(f, q.policy.outcomes))];
  }),
  // As above: who wins more pays more.
  translate('win_rate_le_optimal_curve', '8ce6c2335b9d', ({ q, random }) => {
    const [c, f] = [share(random).mul(rational(6)), distribution(random, size(q))];
    const [cost, curve] = [otherKl(f, q.policy.outcomes), tiltedUniform(c)];
    const won = winRateOf(q.policy, f);
    const winsMore = compare(toReal(won), curve.winRate).order === 'greater';
    return [winsMore ? below(curve.kl, cost) : atMost(won, curve.winRate)];
  }),
];
