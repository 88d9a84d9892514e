import { leastGap } from '../estimates/known-levels.ts';
import { samplesOf } from '../estimates/levels.ts';
import { type Successes, successEvidence } from '../estimates/successes.ts';
import { type PromptLevels, rewardsOf, successes } from './collect.ts';
import { type Further, NONE } from './intervals.ts';
import { mean } from './moments.ts';
import type { Question } from './question.ts';

/** A lower bound of the mean gap from the number of possible rewards, where all are known; 0 where they are not. */
export function leastMeanGap(prompts: readonly PromptLevels[], n: number, question: Question): number {
  if (!question.hasAllRewards) return 0;
  if (rewardsOf(prompts) === 'binary') return leastGap(2, n);
  // Other prompts of a population may have more levels.
  if (question.target === 'population') return 0;
  return mean(prompts.map(({ counts }) => leastGap(counts.length, n)));
}

const COMPLEMENTS = { gap: 'noGap', winRate: 'noWin', reward: 'noReward' } as const;

/** Evidence about the mean of a quantity that the success rates determine, where rewards can only be 0 or 1, for these prompts. */
export function successFurther(
  prompts: readonly PromptLevels[],
  n: number,
  quantity: keyof typeof COMPLEMENTS,
  question: Question,
): Further {
  const counts = n === 1 ? null : successesOf(prompts, question);
  if (counts === null) return NONE;
  return {
    above: [successEvidence(counts, n, quantity)],
    below: [successEvidence(counts, n, COMPLEMENTS[quantity])],
  };
}

/** Whether the user has stated that no other rewards than 0 and 1 are possible. */
export function areZeroOrOne(prompts: readonly PromptLevels[], { hasAllRewards = false }: Question): boolean {
  return hasAllRewards && rewardsOf(prompts) === 'binary';
}

function successesOf(prompts: readonly PromptLevels[], question: Question): Successes[] | null {
  if (question.target !== 'prompts' || !areZeroOrOne(prompts, question)) return null;
  return prompts.map((prompt) => ({ successes: successes(prompt), samples: samplesOf(prompt) }));
}
