import { samplesOf } from '../estimates/levels.ts';
import type { PromptLevels, Shape } from './collect.ts';
import type { AnalysisRow } from './schema.ts';

/** Notes on what the numbers mean for these samples, one or two sentences each. */
export function notesOn(prompts: readonly PromptLevels[], rows: readonly AnalysisRow[], shape: Shape): string[] {
  return [
    ...rows.flatMap((row) => (row.outdrawn > 0 ? [beyond(row, shape)] : [])),
    ...(shape.rewards === 'binary' ? [binary(prompts)] : []),
    ...(shape.rewards === 'tied' ? [ties(shape)] : []),
    ...(shape.oneLevel > 0 ? [oneLevel(shape)] : []),
    ...(rows.some((row) => row.reward?.interval?.method === 'asymptotic') ? [ASYMPTOTIC] : []),
  ];
}

const ASYMPTOTIC =
  'The intervals of the mean reward are normal approximations. With --reward-range LOW,HIGH they hold for every number of samples.';

function beyond({ n, outdrawn }: AnalysisRow, { prompts, fewest }: Shape): string {
  return `n = ${n} exceeds the samples of ${outdrawn} of ${prompts} prompts (the fewest are ${fewest}). For these the lower ends are those of a smaller n, because KL and win rate grow with n; the samples say nothing more, so estimates and the mean reward are left out.`;
}

function binary(prompts: readonly PromptLevels[]): string {
  const rates = prompts.map((prompt) => successes(prompt) / samplesOf(prompt)).filter((rate) => rate > 0);
  const start =
    'All rewards are 0 or 1, and are taken to be so beyond these samples. Then best-of-n spends at most −log(success rate) on a prompt, for every n';
  if (rates.length === 0) return `${start}; no sample is a success.`;
  const mean = rates.reduce((sum, rate) => sum - Math.log(rate), 0) / rates.length;
  return `${start}: about ${mean.toFixed(3)} nats on the average of the ${rates.length} prompts with a success.`;
}

function successes({ counts, rewards }: PromptLevels): number {
  return counts.reduce((sum, count, level) => sum + (rewards[level] === 1 ? count : 0), 0);
}

function ties({ prompts, samples }: Shape): string {
  return `Some of the ${samples} samples of the ${prompts} prompts have equal rewards. Samples of one prompt with equal rewards count as one outcome, because best-of-n cannot tell them apart.`;
}

function oneLevel({ oneLevel, prompts }: Shape): string {
  return `${oneLevel} of ${prompts} prompts ${oneLevel === 1 ? 'has' : 'have'} one reward level in the samples. Best-of-n changes nothing there, as far as the samples show.`;
}
