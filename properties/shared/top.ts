import { Rational } from '../../src/arithmetic/rational.ts';
import { multiple, type Real, rationalReal } from '../../src/arithmetic/real.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { defineQuantity } from '../../src/quantities/quantity.ts';
import { isSmallPower } from '../../src/quantities/size-rule.ts';
import { atomAt } from '../../src/selection/law.ts';

const TOP = defineQuantity({
  symbol: 'π_K',
  formula: (law) => law.field.lift(atomAt(law, law.policy.atoms.length - 1).probability),
  hasExactForm: ({ policy, draws }) => isSmallPower(policy.total, draws),
});

/** π_K/p_K of the best atom; on a continuous part the mean of the density. */
export function ratioOnTop(q: BestOfN): Real {
  const { policy, isOneDraw } = q;
  const last = policy.atoms.length - 1;
  // The only atom is always selected, and one draw changes nothing.
  if (last === 0 || isOneDraw) return rationalReal(Rational.ONE);
  return multiple(Rational.ONE.div(policy.mass(last)), q.of(TOP));
}
