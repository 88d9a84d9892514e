import { printReal } from '../arithmetic/print.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Real } from '../arithmetic/real.ts';
import { formula } from '../estimates/formula.ts';
import { nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { finite, type Logged } from './collect.ts';
import { mean } from './moments.ts';
import { distance } from './rows.ts';
import type { AnalysisRow } from './schema.ts';

/** Probabilities written in few digits may miss 1 by this much. They are then divided by their sum. */
const MISSING = Rational.of(1, 1_000_000);
const DIGITS = 15;

/** A prompt with the probability of every answer. */
export interface Support extends Ranked {
  readonly prompt: string;
  readonly place: string;
  /** The rewards of the outcomes, in the order of the ranks; null where only their order is known. */
  readonly rewards: readonly number[] | null;
}

/** A policy in a form that crosses threads. */
type Ranked = Pick<FinitePolicy, 'weights' | 'ranks'>;

/**
 * The policy of a prompt whose answers are all there, with their probabilities.
 * @throws InputError where the probabilities do not sum to 1, up to rounding, or an answer is there twice.
 */
export function supportOf({ groups, place, prompt }: Logged): Support {
  const outcomes = groups.map(({ reward, probability, count }) => {
    if (reward === null || probability === null) {
      throw new InputError(`${place}: each row of this prompt needs a reward and a probability`);
    }
    if (count !== 1)
      throw new InputError(`${place}: an answer of this prompt, with a probability, stands there ${count} times`);
    return { reward, weight: probability };
  });
  const total = outcomes.reduce((sum, { weight }) => sum.add(weight), Rational.ZERO).reduced();
  if (total.sub(Rational.ONE).abs().compare(MISSING) > 0) {
    throw new InputError(
      `${place}: the probabilities of the prompt ${JSON.stringify(prompt)} sum to ${nearest(total)}, not to 1; list all answers, or leave the column out with --map probability= to treat rows as samples`,
    );
  }
  const kept = outcomes.filter(({ weight }) => weight.sign() > 0);
  const policy = FinitePolicy.fromOutcomes(kept);
  const { weights, ranks } = policy;
  return {
    prompt,
    place,
    weights,
    ranks,
    rewards: [...kept].sort((a, b) => a.reward.compare(b.reward)).map(({ reward }) => finite(reward, place)),
  };
}

/** What is known of one prompt. */
export interface Known {
  readonly kl: Ends;
  readonly winRate: Ends;
  /** Null without rewards. */
  readonly reward: number | null;
}

/** KL, win rate and mean reward of one prompt. Guarantee: enclosures, rounded outward to doubles; the mean reward is a double. */
export function knownOf(prompt: Support, n: number): Known {
  const q = new BestOfN(policyOf(prompt), n);
  return { kl: enclosed(q.kl), winRate: enclosed(q.winRate), reward: rewardOf(prompt, n) };
}

/** The row for one n, from certified enclosures of each prompt's quantities. Guarantee: enclosures, rounded outward to doubles; the mean reward is a double. */
export function supportRow(prompts: readonly Support[], n: number): AnalysisRow {
  const all = prompts.map((prompt) => knownOf(prompt, n));
  const reward = meanOf(all.map((one) => one.reward));
  // A sum of J numbers ≥ 0 errs by at most J·2^−53 of itself, the quotient by one more, and the products here by two.
  const slack = (all.length + 4) * 2 ** -52;
  const between = (of: (one: Known) => Ends): Ends => ({
    lower: mean(all.map((one) => of(one).lower)) * (1 - slack),
    upper: mean(all.map((one) => of(one).upper)) * (1 + slack),
  });
  const kl = between((one) => one.kl);
  const winRate = between((one) => one.winRate);
  return {
    n,
    formula: formula(n),
    kl: { ...kl, estimate: kl, method: 'certified', estimators: null, plugIn: null },
    winRate: { ...winRate, estimate: (winRate.lower + winRate.upper) / 2, method: 'certified' },
    reward: reward === null ? null : { estimate: reward, interval: null },
    ...distance(n, kl),
    isContradictory: false,
    outdrawn: 0,
  };
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/** More than the rounding of a decimal to a double and of one product. */
const ROUNDING_OF_ENDS = 2 ** -50;

/** The enclosure of a number ≥ 0, rounded outward to doubles. */
function enclosed(value: Real): Ends {
  const { lo, hi } = printReal(value, DIGITS);
  return { lower: Number(lo) * (1 - ROUNDING_OF_ENDS), upper: Number(hi) * (1 + ROUNDING_OF_ENDS) };
}

export function policyOf({ weights, ranks }: Ranked): FinitePolicy {
  return FinitePolicy.fromRanked(weights, ranks);
}

/** The mean reward of best-of-n over the prompts; null where a prompt has no rewards. Guarantee: a double. */
export function meanReward(prompts: readonly Support[], n: number): number | null {
  return meanOf(prompts.map((prompt) => rewardOf(prompt, n)));
}

function meanOf(values: readonly (number | null)[]): number | null {
  return values.some((one) => one === null) ? null : mean(values as number[]);
}

/** Σ π_i r_i over the outcomes, in doubles. Outcomes of one level lie next to each other, so that their order does not matter. */
function rewardOf({ weights, rewards }: Support, n: number): number | null {
  if (rewards === null) return null;
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let [sum, below] = [0, 0];
  let cumulative = 0n;
  for (const [i, weight] of weights.entries()) {
    cumulative += weight;
    const upTo = nearest(Rational.of(cumulative, total));
    sum += (upTo ** n - below ** n) * (rewards[i] as number);
    below = upTo;
  }
  return sum;
}
