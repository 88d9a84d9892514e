/** A policy as a bandit: its outcomes are arms, and the auxiliary weights are their rewards. */

import { Rational } from '../../src/arithmetic/rational.ts';
import type { CrossCheck } from '../../src/claims/claim.ts';
import type { BestOfN } from '../../src/quantities/best-of-n.ts';
import { gradientSquare } from '../../src/quantities/softmax-gradient.ts';
import { rationals } from './cross-checks.ts';

/** The gradient is worked out arm by arm where there are at most so many. */
const FEW = 6;

export interface Arms {
  readonly masses: readonly Rational[];
  readonly rewards: readonly Rational[];
  /** E_p r */
  readonly value: Rational;
}

export function armsOf({ policy, auxiliary }: BestOfN): Arms {
  const masses = policy.weights.map((weight) => Rational.of(weight, policy.total));
  const rewards = auxiliary.map((weight) => Rational.of(weight));
  const value = masses.reduce((sum, mass, i) => sum.add(mass.mul(rewards[i] as Rational)), Rational.ZERO);
  return { masses, rewards, value };
}

/** The mean square with the value as baseline, component by component of the gradient. */
export function* gradientAgain(q: BestOfN): Generator<CrossCheck> {
  const { masses, rewards, value } = armsOf(q);
  if (masses.length > FEW) return;
  let sum = Rational.ZERO;
  for (const [drawn, mass] of masses.entries())
    for (const [component, share] of masses.entries()) {
      const score = (component === drawn ? Rational.ONE : Rational.ZERO).sub(share);
      const term = (rewards[drawn] as Rational).sub(value).mul(score);
      sum = sum.add(mass.mul(term).mul(term));
    }
  yield rationals(
    'the mean square of the gradient, component by component',
    gradientSquare(masses, rewards, value),
    sum,
  );
}
