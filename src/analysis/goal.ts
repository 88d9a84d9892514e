import { compare } from '../arithmetic/compare.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal } from '../arithmetic/real.ts';
import { MAX_DRAWS } from '../policy/draws.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { firstWhere } from './first-where.ts';

/** A budget is a KL in nats that best-of-n must not exceed. The others are targets that it must reach. */
export type Measure = 'kl' | 'winRate' | 'reward' | 'accuracy';

/** A budget or a target, exact, in a form that crosses threads. */
export interface Goal {
  readonly measure: Measure;
  readonly num: bigint;
  readonly den: bigint;
}

export function wanted({ num, den }: Goal): Rational {
  return Rational.of(num, den);
}

/**
 * The n that the formulas in circulation give: the largest n with log n − (n−1)/n ≤ the budget, or the least n with n/(n+1) ≥ the win rate.
 * Null for rewards, for which there is no formula.
 *
 * Guarantee: exact. At most 10^9, the largest n that is accepted.
 */
export function byFormula(goal: Goal): number | null {
  const value = wanted(goal);
  if (goal.measure === 'kl') {
    const beyond = firstWhere((n) => compare(formulaAt(n), rationalReal(value)).order === 'greater');
    return beyond === null ? MAX_DRAWS : beyond - 1;
  }
  if (goal.measure !== 'winRate') return null;
  return firstWhere((n) => Rational.of(n, n + 1).compare(value) >= 0);
}

const ANY = FinitePolicy.fromWeights([1n]);

function formulaAt(n: number): Real {
  return new BestOfN(ANY, n).atomlessKl;
}
