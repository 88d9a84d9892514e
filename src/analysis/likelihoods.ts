import { bettingEvidence, type Evidence } from '../estimates/evidence.ts';
import { formula } from '../estimates/formula.ts';
import { type AtBest, atBest, type Candidates, largestCost, meanCost } from '../estimates/likelihood.ts';
import { repeatEvidence } from '../estimates/repeats.ts';
import type { PromptLevels } from './collect.ts';
import type { Further } from './intervals.ts';
import { mean, standardError } from './moments.ts';
import type { Question } from './question.ts';
import type { AnalysisRow } from './schema.ts';

/** Evidence about the gap besides ties for best: from samples that share a level, and from log-probabilities where all samples have one. */
export function furtherOf(prompts: readonly PromptLevels[], n: number, question: Question): Further {
  const { target, confidence, distinctRewards } = question;
  const repeats = repeatEvidence(prompts, n, target);
  const above = repeats ? [repeats] : [];
  const alpha = (1 - confidence) / 2;
  if (n === 1 || !haveCandidates(prompts)) return { above, below: [] };
  return {
    above: distinctRewards ? [...above, costEvidence(prompts, n, alpha)] : above,
    below: atBestOf(prompts, n).flatMap((all) => [
      bettingEvidence(
        all.map(({ gap }) => 1 - gap / formula(n)),
        alpha,
      ),
    ]),
  };
}

/** Whether every sample of every prompt has a log-probability. */
export function haveCandidates(prompts: readonly PromptLevels[]): prompts is readonly (PromptLevels & Candidates)[] {
  return prompts.every(({ candidates }) => candidates !== undefined);
}

/** Whether different responses have equal rewards, so that a level has more mass than a response of it. */
export function haveTies({ candidates, counts }: Candidates): boolean {
  return candidates.length > counts.length;
}

/** The mean of φ(p)/p bounds the gap; both are scaled to [0, 1]. */
function costEvidence(prompts: readonly Candidates[], n: number, alpha: number): Evidence {
  const most = largestCost(n);
  const bets = bettingEvidence(
    prompts.map((prompt) => meanCost(prompt, n) / most),
    alpha,
  );
  return (mean) => bets((mean * formula(n)) / most);
}

/** The estimates at the best of n of all prompts, in a list of one; an empty list where a prompt has too few samples. */
function atBestOf(prompts: readonly Candidates[], n: number): readonly AtBest[][] {
  const all = prompts.map((prompt) => atBest(prompt, n));
  return all.some((one) => one === null) ? [] : [all as AtBest[]];
}

/** The low-variance estimate of the mean KL beside the plain one; null without log-probabilities or with too few samples. */
export function estimatorsOf(prompts: readonly PromptLevels[], n: number): AnalysisRow['kl']['estimators'] {
  if (!haveCandidates(prompts)) return null;
  const [all] = atBestOf(prompts, n);
  if (!all) return null;
  return {
    lowVariance: withError(all.map(({ lowVariance }) => lowVariance)),
    plain: withError(all.map(({ plain }) => plain)),
  };
}

function withError(values: readonly number[]): { estimate: number; error: number | null } {
  return { estimate: mean(values), error: standardError(values) };
}
