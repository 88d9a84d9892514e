/**
 * Best-of-n by brute force, directly from its definition. It lists each of the K^n ordered draws, computes its probability and chooses
 * its best sample. It shares no formula with the theory and serves as an oracle for it.
 */
import { lcm } from '../../arithmetic/bigint.ts';
import { LogForm } from '../../arithmetic/log-form.ts';
import { Rational } from '../../arithmetic/rational.ts';
import { checkDraws } from '../../policy/draws.ts';
import { InputError } from '../../policy/errors.ts';
import type { FinitePolicy } from '../../policy/finite-policy.ts';

export const MAX_DRAW_LISTS = 100_000;

/** What an enumeration of all draws gives. */
export interface Enumeration {
  /** π(y) for each outcome, in reward order. */
  readonly pmf: readonly Rational[];
  /** W, ties counting one half. */
  readonly winRate: Rational;
  /** KL(π‖p), in nats. */
  readonly kl: LogForm;
}

/** Whether K^n, the number of ordered draws, is within a limit. For K = 1 the limit applies to n. */
export function isEnumerable(policy: FinitePolicy, n: number, limit = MAX_DRAW_LISTS): boolean {
  return (
    policy.isDiscrete &&
    Number.isInteger(n) &&
    n <= limit &&
    n * Math.log2(policy.weights.length) <= Math.log2(limit) + 1 &&
    policy.weights.length ** n <= limit
  );
}

/**
 * The law, win rate and KL of best-of-n by enumeration. Guarantee: exact. Ties are broken as the policy says: uniformly among the drawn
 * samples of maximal reward, with multiplicity, or by the listed order.
 *
 * @example
 * enumerate(FinitePolicy.fromWeights([1n, 1n]), 2).winRate.toString(); // '5/8'
 *
 * @throws InputError when K^n exceeds 10^5.
 */
export function enumerate(policy: FinitePolicy, n: number): Enumeration {
  const K = policy.weights.length;
  checkDraws(n);
  if (!isEnumerable(policy, n))
    throw new InputError(`${K}^${n} draws are too many to list: the limit is ${MAX_DRAW_LISTS}`);
  // The weight of a list of draws is divided among at most n samples. In units of 1/shares each sample's part is an integer.
  const shares = Array.from({ length: n }, (_, index) => BigInt(index + 1)).reduce(lcm, 1n);
  const won = new Array<bigint>(K).fill(0n);
  const draw = new Array<number>(n).fill(0);
  for (;;) {
    let weight = shares;
    for (const y of draw) weight *= policy.weights[y] as bigint;
    const best = winners(policy, draw);
    for (const y of best) won[y] = (won[y] as bigint) + weight / BigInt(best.length);
    const position = draw.findIndex((y) => y < K - 1);
    if (position < 0) break;
    draw[position] = (draw[position] as number) + 1;
    draw.fill(0, 0, position);
  }
  const whole = shares * policy.total ** BigInt(n);
  const pmf = won.map((weight) => Rational.of(weight, whole).reduced());
  return { pmf, winRate: winRateOf(policy, pmf), kl: klOf(policy, pmf) };
}

/** The drawn samples among which the choice is uniform, as outcomes with multiplicity. */
function winners(policy: FinitePolicy, draw: readonly number[]): number[] {
  const value = (y: number): number => (policy.ties === 'level' ? (policy.ranks[y] as number) : y);
  const top = Math.max(...draw.map(value));
  return draw.filter((y) => value(y) === top);
}

/** P(Y beats Z) + P(Y ties with Z)/2 for Y from best-of-n and Z from the reference, summed over all pairs. */
function winRateOf(policy: FinitePolicy, pmf: readonly Rational[]): Rational {
  let sum = Rational.ZERO;
  pmf.forEach((probability, y) => {
    let below = 0n;
    policy.weights.forEach((weight, z) => {
      const order = Math.sign((policy.ranks[y] as number) - (policy.ranks[z] as number));
      below += weight * BigInt(order + 1);
    });
    sum = sum.add(probability.mul(Rational.of(below, 2n * policy.total))).reduced();
  });
  return sum;
}

/** KL(π‖p) of a law on the outcomes, by definition. */
export function klOf(policy: FinitePolicy, pmf: readonly Rational[]): LogForm {
  return pmf.reduce((sum, probability, y) => {
    const reference = Rational.of(policy.weights[y] as bigint, policy.total);
    return sum.add(LogForm.log(probability.div(reference)).scale(probability));
  }, LogForm.ZERO);
}
