import { compare, type Order } from '../arithmetic/compare.ts';
import { Rational } from '../arithmetic/rational.ts';
import { type Real, rationalReal, sum } from '../arithmetic/real.ts';
import { MAX_DRAWS, nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import type { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import type { Answer } from './choice-schema.ts';
import { firstWhere } from './first-where.ts';
import { byFormula, type Goal, wanted } from './goal.ts';
import { meanReward } from './known.ts';
import { type Fraction, policyOf, type Support } from './support.ts';

type Compare = (n: number) => Order;

/**
 * The n for a goal, from the probabilities of all answers of each prompt. KL, win rate and mean reward are nondecreasing in n, so the first n
 * beyond the goal decides.
 *
 * Guarantee: certified.
 * @throws InputError for a goal about rewards where there are none, or an accuracy where they are not 0 and 1.
 */
export function chooseExactly(prompts: readonly Support[], goal: Goal): Answer {
  const at = comparison(prompts, goal);
  const common = { measure: goal.measure, value: nearest(wanted(goal)), byFormula: byFormula(goal), reach: null };
  const method = 'certified' as const;
  if (goal.measure === 'kl') {
    const beyond = firstWhere((n) => !isOneOf(at(n), 'less', 'equal'));
    const chosen = beyond === null ? MAX_DRAWS : beyond - 1;
    const excluded = beyond !== null && at(beyond) === 'greater' ? beyond : null;
    return { ...common, chosen, excluded, estimate: chosen, method };
  }
  if (isBeyond(prompts, goal)) return { ...common, chosen: null, excluded: MAX_DRAWS, estimate: null, method };
  const chosen = firstWhere((n) => isOneOf(at(n), 'greater', 'equal'));
  const below = chosen === null ? MAX_DRAWS : chosen - 1;
  const excluded = below > 0 && at(below) === 'less' ? below : null;
  return { ...common, chosen, excluded, estimate: chosen, method };
}

function isOneOf(order: Order, ...orders: readonly Order[]): boolean {
  return orders.includes(order);
}

/** How the quantity of a goal at n compares with the goal. A sum over the prompts is compared, as the mean would need a division. */
function comparison(prompts: readonly Support[], goal: Goal): Compare {
  const limit = rationalReal(wanted(goal).mul(Rational.of(prompts.length)));
  const { measure } = goal;
  if (measure === 'kl' || measure === 'winRate') {
    const policies = prompts.map(policyOf);
    return (n) =>
      compare(
        total(policies, (policy) => new BestOfN(policy, n)[measure]),
        limit,
      ).order;
  }
  if (prompts.some(({ rewards }) => rewards === null)) {
    throw new InputError(
      '--reward and --accuracy need rewards, which are not read with a policy; give a log with the reward and the probability of every answer',
    );
  }
  if (measure === 'accuracy') checkBinary(prompts);
  const rewardOf = (prompt: Support, n: number): Real => meanReward(prompt, new BestOfN(policyOf(prompt), n)) as Real;
  return (n) =>
    compare(
      total(prompts, (prompt) => rewardOf(prompt, n)),
      limit,
    ).order;
}

/**
 * Whether a target is at or above what is approached as n grows, and reached only by prompts of one level: the best reward, and the win rate
 * 1 − p/2 for the probability p of the best level.
 */
function isBeyond(prompts: readonly Support[], goal: Goal): boolean {
  const policies = prompts.map(policyOf);
  if (policies.every(({ atoms }) => atoms.length === 1)) return false;
  const limits =
    goal.measure === 'winRate'
      ? policies.map(winRateLimit)
      : prompts.map(({ rewards }) => exact(rewards?.at(-1) as Fraction));
  const limit = limits.reduce((sum, one) => sum.add(one), Rational.ZERO);
  return wanted(goal).mul(Rational.of(prompts.length)).compare(limit) >= 0;
}

function winRateLimit(policy: FinitePolicy): Rational {
  return Rational.ONE.sub(policy.mass(policy.atoms.length - 1).div(Rational.of(2)));
}

function exact({ num, den }: Fraction): Rational {
  return Rational.of(num, den);
}

/** The sum over policies, as a balanced tree: long chains of sums would nest too deeply. */
function total<P>(policies: readonly P[], of: (policy: P) => Real): Real {
  const [first] = policies;
  if (policies.length === 1) return of(first as P);
  const half = policies.length >> 1;
  return sum(total(policies.slice(0, half), of), total(policies.slice(half), of));
}

function checkBinary(prompts: readonly Support[]): void {
  if (prompts.every(({ rewards }) => rewards?.every(({ num, den }) => num === 0n || num === den))) return;
  throw new InputError('--accuracy needs rewards that are 0 or 1; for other rewards give --reward');
}
