import { Rational } from '../arithmetic/rational.ts';
import { type Real, sum } from '../arithmetic/real.ts';
import { sumOver } from '../selection/law.ts';
import { BestOfN } from './best-of-n.ts';
import { defineQuantity } from './quantity.ts';

/**
 * Σ π_i F_i over the reward levels: the probability that best-of-n wins or ties. It is the win rate plus half the probability of a tie; on
 * a continuous part nothing ties. Guarantee: that of the win rate.
 */
export function winsAndTies(q: BestOfN): Real {
  const levels = q.policy.byLevel();
  if (levels.isAtomless) return q.winRate;
  return sum(q.winRate, new BestOfN(levels, q.draws).of(HALF_OF_TIES));
}

const HALF_OF_TIES = defineQuantity({
  symbol: 'half of the ties',
  formula: (law) => {
    const { field } = law;
    const half = field.rational(Rational.of(1, 2));
    return sumOver(law, ({ probability, mass, isContinuous }) => {
      const ties = isContinuous ? field.rational(Rational.ZERO) : field.mul(probability, mass);
      return field.lift(field.mul(half, ties));
    });
  },
});
