import type { Rational } from '../arithmetic/rational.ts';
import { type Levels, samplesOf } from '../estimates/levels.ts';
import type { Candidate } from '../estimates/likelihood.ts';
import { Turns } from '../io/turns.ts';
import { nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';

/** The samples of one prompt, with its text and the place of its first row. */
export interface PromptLevels extends Levels {
  readonly prompt: string;
  readonly place: string;
  /** The responses with their log-probabilities; left out where there are none. */
  readonly candidates?: readonly Candidate[];
}

/** Samples of a prompt that are alike, as read from a log. */
interface Alike {
  readonly reward: Rational | null;
  readonly logProbability: number | null;
  readonly probability: Rational | null;
  readonly count: number;
}

/** A prompt as read from a log; the groups are in the order of rewards. */
export interface Logged {
  readonly prompt: string;
  readonly place: string;
  readonly groups: readonly Alike[];
}

/** The levels of a logged prompt. @throws InputError for a sample without a reward; the reason of the signal. */
export async function levelsOf({ prompt, place, groups }: Logged, signal?: AbortSignal): Promise<PromptLevels> {
  const turns = new Turns(signal);
  const counts: number[] = [];
  const rewards: number[] = [];
  const candidates: Candidate[] = [];
  let last: Rational | null = null;
  for (const { reward, logProbability, count } of groups) {
    const turn = turns.after(1);
    if (turn) await turn;
    if (reward === null)
      throw new InputError(`${place}: the samples have no reward; rows that best-of-n has selected need --selected`);
    const value = finite(reward, place);
    // Different doubles tell different rewards, and are compared faster.
    if (last === null || value !== rewards.at(-1) || !last.equals(reward)) {
      counts.push(0);
      rewards.push(value);
    }
    last = reward;
    counts[counts.length - 1] = (counts.at(-1) as number) + count;
    if (logProbability !== null) candidates.push({ level: counts.length - 1, logProbability, count });
  }
  if (candidates.length > 0) checkLogProbabilities(groups, place);
  return { prompt, place, counts, rewards, ...(candidates.length > 0 && { candidates }) };
}

/** Probabilities that are rounded may sum to a little more than 1. */
const SUM_LIMIT = 1 + 1e-6;

/**
 * Checks the log-probabilities of the different responses of a prompt.
 * @throws InputError where some are missing, or their probabilities sum to more than 1.
 */
export function checkLogProbabilities(groups: readonly Pick<Alike, 'logProbability'>[], place: string): void {
  let sum = 0;
  for (const { logProbability } of groups) {
    if (logProbability === null) {
      throw new InputError(
        `${place}: some samples of this prompt have a log-probability and some have none; complete them, or leave the column out with --map logprob=`,
      );
    }
    sum += Math.exp(logProbability);
  }
  if (sum > SUM_LIMIT) {
    throw new InputError(
      `${place}: the probabilities of the ${groups.length} different responses of this prompt sum to ${sum.toPrecision(4)}, more than 1; a log-probability must be that of the whole response, not a mean over its tokens`,
    );
  }
}

/** Squares of larger rewards are beyond the doubles. */
const MAX_REWARD = 1e150;

/** A reward as a double. @throws InputError where it is too large to be squared. */
export function finite(reward: Rational, place: string): number {
  const value = nearest(reward);
  if (Math.abs(value) <= MAX_REWARD) return value;
  throw new InputError(
    `${place}: a reward of this prompt is beyond ±${MAX_REWARD}; scale the rewards, which does not change best-of-n`,
  );
}

/** Which rewards there are: only 0 and 1, all different within each prompt, or some equal. */
export type Rewards = 'binary' | 'distinct' | 'tied';

/** Counts over the prompts. */
export interface Shape {
  readonly prompts: number;
  readonly samples: number;
  readonly fewest: number;
  readonly most: number;
  readonly rewards: Rewards;
  readonly oneLevel: number;
}

export function shapeOf(prompts: readonly PromptLevels[]): Shape {
  const sizes = prompts.map(samplesOf);
  return {
    prompts: prompts.length,
    samples: sizes.reduce((sum, size) => sum + size, 0),
    fewest: sizes.reduce((least, size) => Math.min(least, size), Number.POSITIVE_INFINITY),
    most: sizes.reduce((most, size) => Math.max(most, size), 0),
    rewards: rewardsOf(prompts),
    oneLevel: prompts.filter(({ counts }) => counts.length === 1).length,
  };
}

/** Which rewards the samples of prompts have. */
export function rewardsOf(prompts: readonly PromptLevels[]): Rewards {
  if (prompts.every(({ rewards }) => rewards.every((reward) => reward === 0 || reward === 1))) return 'binary';
  return prompts.every(({ counts }) => counts.every((count) => count === 1)) ? 'distinct' : 'tied';
}

/** The number of samples with the reward 1. */
export function successes({ counts, rewards }: PromptLevels): number {
  return counts.reduce((sum, count, level) => sum + (rewards[level] === 1 ? count : 0), 0);
}
