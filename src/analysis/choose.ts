import { bestReward } from '../estimates/best-reward.ts';
import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { gapBracket, winRateBracket } from '../estimates/statistics.ts';
import { MAX_DRAWS, nearest } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { areZeroOrOne } from './all-rewards.ts';
import type { Answer } from './choice-schema.ts';
import { type PromptLevels, shapeOf } from './collect.ts';
import { firstWhere } from './first-where.ts';
import { byFormula, type Goal, wanted } from './goal.ts';
import { mean } from './moments.ts';
import type { Question } from './question.ts';
import { ENOUGH, fewestSamples, klOf, rewardOf, winRateOf } from './rows.ts';

/** A goal for samples, with the numbers that answer it. */
interface Search {
  readonly prompts: readonly PromptLevels[];
  readonly question: Question;
  readonly goal: Goal;
  readonly value: number;
}

/**
 * The n for a goal, from samples.
 *
 * The numbers of draws are tested in a fixed order, and the first test that fails ends the search: upward for what a small n satisfies, downward
 * for what a large n satisfies. KL, win rate and mean reward are nondecreasing in n. So a wrong answer needs one wrong interval at one n that
 * does not depend on the samples, the first n tested at which the answer would be wrong: no correction for many tests is needed.
 *
 * Guarantee: statistical. The chosen n is wrong with probability at most (1 − confidence)/2, and so is the excluded one.
 * @throws InputError for an accuracy where rewards are not 0 and 1.
 */
export function chooseFromSamples(prompts: readonly PromptLevels[], goal: Goal, asked: Question): Answer {
  const question = goal.measure === 'accuracy' ? binaryQuestion(prompts, asked) : asked;
  const search = { prompts, question, goal, value: nearest(wanted(goal)) };
  const common = { measure: goal.measure, value: search.value, byFormula: byFormula(goal) };
  if (goal.measure === 'kl') return { ...common, ...withinBudget(search, common.byFormula as number) };
  if (goal.measure === 'winRate') return { ...common, ...winning(search, common.byFormula as number) };
  return { ...common, ...rewarding(search) };
}

/**
 * What holds for every policy: the largest n whose formula is within a budget, as the KL is at most the formula, and the n that a win rate
 * takes at least, as it is at most n/(n+1). Guarantee: exact. @throws InputError for a goal about rewards.
 */
export function chooseFromNothing(goal: Goal): Answer {
  const { measure } = goal;
  if (measure === 'reward' || measure === 'accuracy') {
    throw new InputError('--reward and --accuracy need samples, or a log with the probability of every answer');
  }
  const n = byFormula(goal);
  const found =
    measure === 'kl' || n === 1
      ? { chosen: n, excluded: null }
      : { chosen: null, excluded: n === null ? MAX_DRAWS : n - 1 };
  const value = nearest(wanted(goal));
  return { measure, value, byFormula: n, ...found, estimate: null, reach: null, method: 'every-policy' };
}

function binaryQuestion(prompts: readonly PromptLevels[], question: Question): Question {
  if (shapeOf(prompts).rewards === 'binary') return { ...question, rewardRange: question.rewardRange ?? [0, 1] };
  throw new InputError('--accuracy needs rewards that are 0 or 1; for other rewards give --reward');
}

type Found = Omit<Answer, 'measure' | 'value' | 'byFormula'>;

/** Estimates that differ from a goal by rounding reach it. */
const ROUNDING = 1e-9;
/** Beyond this many times the number of samples, no interval is expected to move. */
const BEYOND = 4;
/** The statistics of more draws are those of this number. */
const MOST = 1_000_000;

function withinBudget({ prompts, question, value }: Search, least: number): Found {
  const most = mostSamples(prompts);
  const end = Math.min(MOST, BEYOND * Math.max(most, least));
  return {
    // Where the formula is within the budget, so is the KL.
    chosen: lastUpward(steps(least + 1, most), (n) => klOf(prompts, n, question).kl.upper <= value) ?? least,
    excluded: lastDownward(steps(least + 1, end), (n) => klOf(prompts, n, question).kl.lower > value),
    estimate: lastByEstimate(prompts, (n) => klEstimate(prompts, n) > value + ROUNDING),
    reach: Math.max(most, least),
    method: 'finite-sample',
  };
}

function winning({ prompts, question, value }: Search, least: number): Found {
  const fewest = fewestSamples(prompts);
  const most = enough(prompts, question, 1);
  return {
    chosen: lastDownward(steps(least, most), (n) => winRateOf(prompts, n, question).lower >= value),
    // Where n/(n+1) is below the target, so is the win rate.
    excluded:
      lastUpward(steps(least, mostSamples(prompts) - 1), (n) => winRateOf(prompts, n, question).upper < value) ??
      (least > 1 ? least - 1 : null),
    estimate:
      fewest < 2
        ? null
        : firstWhere((n) => mean(prompts.map((one) => winRateBracket(one, n).lower)) >= value - ROUNDING, fewest - 1),
    reach: most,
    method: 'finite-sample',
  };
}

function rewarding({ prompts, question, value }: Search): Found {
  const fewest = fewestSamples(prompts);
  const areRatesKnown = rewardOf(prompts, fewest + 1, question) !== null;
  const isExact = question.rewardRange !== null || areZeroOrOne(prompts, question);
  const isWhole = !isExact && question.target === 'population';
  const most = isExact ? enough(prompts, question, 0) : isWhole ? fewest : Math.floor(fewest / ENOUGH);
  const reach = areRatesKnown ? BEYOND * mostSamples(prompts) : most;
  const interval = (n: number): { lower: number; upper: number } =>
    rewardOf(prompts, n, question)?.interval ?? { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  return {
    chosen: lastDownward(steps(1, reach), (n) => interval(n).lower >= value),
    excluded: lastUpward(steps(1, reach), (n) => interval(n).upper < value),
    estimate: firstWhere(
      (n) => mean(prompts.map((one) => bestReward(one, n).mean)) >= value - ROUNDING * Math.abs(value),
      fewest,
    ),
    reach,
    method: isExact ? 'finite-sample' : 'asymptotic',
  };
}

/** An interval needs about so many independent choices of draws to be of use. */
const CHOICES = 20;

/**
 * The largest n, with a number of further samples, of which the prompts have enough disjoint choices for an interval to be of use. It depends on
 * the numbers of prompts and samples only, so that it may be where a search starts.
 */
function enough(prompts: readonly PromptLevels[], { target }: Question, further: number): number {
  const fewest = fewestSamples(prompts);
  const each = target === 'prompts' ? Math.ceil(CHOICES / prompts.length) : 1;
  return Math.max(1, Math.floor(fewest / each) - further);
}

function mostSamples(prompts: readonly PromptLevels[]): number {
  return prompts.reduce((most, prompt) => Math.max(most, samplesOf(prompt)), 0);
}

/** The largest n before the estimate exceeds the goal; null where it does not among the samples. */
function lastByEstimate(prompts: readonly PromptLevels[], exceeds: (n: number) => boolean): number | null {
  const beyond = firstWhere(exceeds, fewestSamples(prompts));
  return beyond === null ? null : beyond - 1;
}

function klEstimate(prompts: readonly PromptLevels[], n: number): number {
  const gaps = prompts.map((prompt) => gapBracket(prompt, n));
  return formula(n) - mean(gaps.map(({ lower, upper }) => (lower + upper) / 2));
}

/** Every n up to this is tried. */
const EVERY = 16;
/** Larger n are tried in steps of at most this share. */
const STEP = 1 / 8;

/** The numbers of draws that are tried, in a range: a fixed list, and the end of the range. */
function steps(from: number, to: number): number[] {
  const list: number[] = [];
  let step = 1;
  for (let n = 1; n < to; n += step) {
    if (n >= from) list.push(n);
    step = n < EVERY ? 1 : 2 ** Math.floor(Math.log2(n * STEP));
  }
  return to >= from ? [...list, to] : [];
}

/** The last n before the condition fails, upward; null where it fails at once. */
function lastUpward(draws: readonly number[], holds: (n: number) => boolean): number | null {
  const failing = draws.findIndex((n) => !holds(n));
  const held = failing === -1 ? draws : draws.slice(0, failing);
  return held.at(-1) ?? null;
}

/** The last n before the condition fails, downward; null where it fails at once. */
function lastDownward(draws: readonly number[], holds: (n: number) => boolean): number | null {
  return lastUpward([...draws].reverse(), holds);
}
