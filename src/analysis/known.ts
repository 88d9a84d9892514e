import { printReal } from '../arithmetic/print.ts';
import { Rational } from '../arithmetic/rational.ts';
import type { Real } from '../arithmetic/real.ts';
import { formula } from '../estimates/formula.ts';
import { BestOfN } from '../quantities/best-of-n.ts';
import { defineQuantity } from '../quantities/quantity.ts';
import { meanUnderLaw } from '../quantities/reward.ts';
import { mean } from './moments.ts';
import { distance } from './rows.ts';
import type { AnalysisRow } from './schema.ts';
import { policyOf, type Support } from './support.ts';

const DIGITS = 15;

interface Ends {
  readonly lower: number;
  readonly upper: number;
}

/** What is known of one prompt. */
export interface Known {
  readonly kl: Ends;
  readonly winRate: Ends;
  /** Null without rewards. */
  readonly reward: Ends | null;
}

/** KL, win rate and mean reward of one prompt. Guarantee: enclosures, rounded outward to doubles. */
export function knownOf(prompt: Support, n: number): Known {
  const q = new BestOfN(policyOf(prompt), n);
  const reward = meanReward(prompt, q);
  return { kl: enclosed(q.kl), winRate: enclosed(q.winRate), reward: reward && enclosed(reward) };
}

/** E_π r for rewards of the levels. */
const MEAN_REWARD = defineQuantity<[rewards: readonly Rational[]]>({
  symbol: 'E_π r',
  formula: (law, rewards) => meanUnderLaw(law, rewards),
  isZero: (_, rewards) => rewards.every((reward) => reward.sign() === 0),
});

/** The mean reward of best-of-n on a prompt; null without rewards. Guarantee: as any real. */
export function meanReward({ rewards, ranks }: Support, q: BestOfN): Real | null {
  if (rewards === null) return null;
  const levels = rewards.filter((_, i) => i === 0 || ranks[i] !== ranks[i - 1]);
  return q.of(
    MEAN_REWARD,
    levels.map(({ num, den }) => Rational.of(num, den)),
  );
}

/** The row for one n, from certified enclosures of each prompt's quantities. Guarantee: enclosures, rounded outward to doubles. */
export function supportRow(prompts: readonly Support[], n: number): AnalysisRow {
  const all = prompts.map((prompt) => knownOf(prompt, n));
  const kl = meanEnds(all.map((one) => one.kl));
  const winRate = meanEnds(all.map((one) => one.winRate));
  const rewards = all.map(({ reward }) => reward).filter((reward) => reward !== null);
  const reward = rewards.length < all.length ? null : meanEnds(rewards);
  return {
    n,
    formula: formula(n),
    kl: { ...kl, estimate: kl, method: 'certified', estimators: null, plugIn: null },
    winRate: { ...winRate, estimate: middle(winRate), method: 'certified' },
    reward: reward && { estimate: middle(reward), interval: { ...reward, method: 'certified' } },
    ...distance(n, kl),
    isContradictory: false,
    outdrawn: 0,
  };
}

export function middle({ lower, upper }: Ends): number {
  return (lower + upper) / 2;
}

/** The mean of enclosures. A sum of J numbers errs by at most J·2^−53 of the sum of their sizes, the quotient by one more, and the products here by two. */
function meanEnds(all: readonly Ends[]): Ends {
  const slack = (all.length + 4) * 2 ** -52;
  const size = (of: (ends: Ends) => number): number => mean(all.map((ends) => Math.abs(of(ends)))) * slack;
  return {
    lower: mean(all.map(({ lower }) => lower)) - size(({ lower }) => lower),
    upper: mean(all.map(({ upper }) => upper)) + size(({ upper }) => upper),
  };
}

/** More than the rounding of a decimal to a double and of one product. */
const ROUNDING_OF_ENDS = 2 ** -50;

/** The enclosure of a number, rounded outward to doubles. */
function enclosed(value: Real): Ends {
  const { lo, hi } = printReal(value, DIGITS);
  const outward = (end: string, sign: number): number => Number(end) + sign * ROUNDING_OF_ENDS * Math.abs(Number(end));
  return { lower: outward(lo, -1), upper: outward(hi, 1) };
}
