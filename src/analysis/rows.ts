import jStat from 'jstat';
import { type BestReward, bestReward } from '../estimates/best-reward.ts';
import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { plugInKl } from '../estimates/plug-in.ts';
import { gapBracket, winRateBracket } from '../estimates/statistics.ts';
import { areZeroOrOne, leastMeanGap, successFurther } from './all-rewards.ts';
import type { PromptLevels } from './collect.ts';
import { joined, meanInterval, type Target } from './intervals.ts';
import { estimatorsOf, furtherOf } from './likelihoods.ts';
import { mean, standardError } from './moments.ts';
import type { Question } from './question.ts';
import type { AnalysisRow } from './schema.ts';

/** One row of the analysis: KL, win rate and mean reward of best-of-n over the prompts. Guarantee: statistical, as each interval says. */
export function rowFor(prompts: readonly PromptLevels[], n: number, question: Question): AnalysisRow {
  const outdrawn = prompts.filter((prompt) => samplesOf(prompt) < n).length;
  const { kl, isContradictory } = klOf(prompts, n, question);
  return {
    n,
    formula: formula(n),
    kl,
    ...distance(n, kl),
    isContradictory,
    winRate: winRateOf(prompts, n, question),
    reward: rewardOf(prompts, n, question),
    outdrawn,
  };
}

/** The mean KL over the prompts. Guarantee: statistical. */
export function klOf(
  prompts: readonly PromptLevels[],
  n: number,
  question: Question,
): Pick<AnalysisRow, 'kl' | 'isContradictory'> {
  const blocks = Math.floor(fewestSamples(prompts) / n);
  const top = formula(n);
  const brackets = prompts.map((prompt) => gapBracket(prompt, n));
  const lower = brackets.map((bracket) => bracket.lower);
  const upper = brackets.map((bracket) => bracket.upper);
  const further = joined(furtherOf(prompts, n, question), successFurther(prompts, n, 'gap', question));
  const gap = meanInterval(lower, upper, { from: 0, to: top }, setting(question, blocks), further);
  const isWhole = brackets.every(({ draws }) => draws === n);
  const ends = [Math.max(0, top - gap.upper), top - Math.max(gap.lower, leastMeanGap(prompts, n, question))] as const;
  const kl: AnalysisRow['kl'] = {
    lower: Math.min(...ends),
    upper: Math.max(...ends),
    estimate: isWhole ? { lower: top - mean(upper), upper: top - mean(lower) } : null,
    method: n === 1 ? 'certain' : 'finite-sample',
    estimators: isWhole ? estimatorsOf(prompts, n) : null,
    plugIn: question.hasPlugIn ? mean(prompts.map((prompt) => plugInKl(prompt, n))) : null,
  };
  return { kl, isContradictory: ends[0] > ends[1] };
}

/** The formula counts as close where it is at most this many times the lower end of the KL. */
const CLOSE = 1.1;

/** Whether the formula is shown to be close to the KL, or shown to be far from it. */
export function distance(
  n: number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): Pick<AnalysisRow, 'isClose' | 'isFar'> {
  return { isClose: formula(n) <= CLOSE * lower, isFar: formula(n) > CLOSE * upper };
}

/** The mean win rate over the prompts. Guarantee: statistical. */
export function winRateOf(prompts: readonly PromptLevels[], n: number, question: Question): AnalysisRow['winRate'] {
  const brackets = prompts.map((prompt) => winRateBracket(prompt, n));
  const lower = brackets.map((bracket) => bracket.lower);
  const upper = brackets.map((bracket) => bracket.upper);
  const range = { from: 1 / 2, to: n / (n + 1) };
  const isWhole = brackets.every(({ draws }) => draws === n);
  const further = successFurther(prompts, n, 'winRate', question);
  return {
    ...meanInterval(lower, upper, range, setting(question, Math.floor(fewestSamples(prompts) / (n + 1))), further),
    estimate: isWhole ? mean(lower) : null,
    method: n === 1 ? 'certain' : 'finite-sample',
  };
}

export function fewestSamples(prompts: readonly PromptLevels[]): number {
  return prompts.reduce((least, prompt) => Math.min(least, samplesOf(prompt)), Number.POSITIVE_INFINITY);
}

function setting({ target, confidence }: Question, blocks: number): { target: Target; alpha: number; blocks: number } {
  return { target, alpha: 1 - confidence, blocks };
}

/** The range of rewards that are 0 or 1. */
const UNIT = [0, 1] as const;

/** A normal approximation needs more choices of n samples than one; the jackknife shows no error at all where n is near the number of samples. */
export const ENOUGH = 2;

/** The mean reward over the prompts; null where one has fewer than n samples, unless rewards are known to be 0 or 1. Guarantee: statistical. */
export function rewardOf(prompts: readonly PromptLevels[], n: number, question: Question): AnalysisRow['reward'] {
  const fewest = fewestSamples(prompts);
  if (fewest < n) return successBeyond(prompts, n, question);
  const all = prompts.map((prompt) => bestReward(prompt, n));
  const means = all.map((each) => each.mean);
  const estimate = mean(means);
  const further = successFurther(prompts, n, 'reward', question);
  const known = areZeroOrOne(prompts, question) ? UNIT : question.rewardRange;
  if (known) {
    const [from, to] = known;
    const interval = meanInterval(means, means, { from, to }, setting(question, Math.floor(fewest / n)), further);
    return { estimate, interval: { ...interval, method: 'finite-sample' } };
  }
  const reach =
    question.target === 'population'
      ? reachOfDrawn(means, question)
      : fewest < ENOUGH * n
        ? null
        : reachOfGiven(all, question);
  const interval =
    reach === null ? null : { lower: estimate - reach, upper: estimate + reach, method: 'asymptotic' as const };
  return { estimate, interval };
}

/** The mean reward where a prompt has fewer than n samples: at least that of fewer draws, and by the success rates; null where these are not known. */
function successBeyond(prompts: readonly PromptLevels[], n: number, question: Question): AnalysisRow['reward'] {
  const further = successFurther(prompts, n, 'reward', question);
  if (further.above.length === 0) return null;
  const lower = prompts.map((prompt) => bestReward(prompt, Math.min(n, samplesOf(prompt))).mean);
  const upper = prompts.map((prompt, j) => (samplesOf(prompt) < n ? 1 : (lower[j] as number)));
  const interval = meanInterval(lower, upper, { from: 0, to: 1 }, setting(question, 1), further);
  return { estimate: null, interval: { ...interval, method: 'finite-sample' } };
}

/** Half the width of an interval over given prompts: only the samples are random. Null where a prompt has no error of its own, or nothing varies. */
function reachOfGiven(all: readonly BestReward[], { confidence }: Question): number | null {
  if (all.some(({ error }) => error === null)) return null;
  const error = Math.sqrt(all.reduce((sum, { error }) => sum + (error as number) ** 2, 0)) / all.length;
  return error === 0 ? null : jStat.normal.inv((1 + confidence) / 2, 0, 1) * error;
}

/** Half the width of an interval over a population: the prompts are the units. Null where nothing varies. */
function reachOfDrawn(means: readonly number[], { confidence }: Question): number | null {
  const error = standardError(means);
  return error === null || error === 0 ? null : jStat.studentt.inv((1 + confidence) / 2, means.length - 1) * error;
}
