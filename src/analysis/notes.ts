import { samplesOf } from '../estimates/levels.ts';
import { type PromptLevels, type Shape, successes } from './collect.ts';
import type { Question } from './question.ts';
import type { AnalysisRow } from './schema.ts';
import { listed, many } from './words.ts';

/** Notes on what the numbers mean for these samples, one or two sentences each. */
export function notesOn(
  prompts: readonly PromptLevels[],
  rows: readonly AnalysisRow[],
  shape: Shape,
  { hasAllRewards = false }: Pick<Question, 'hasAllRewards'> = {},
): string[] {
  const beyond = rows.filter(({ outdrawn }) => outdrawn > 0);
  return [
    ...(rows.some(({ isContradictory }) => isContradictory) ? [CONTRADICTION] : []),
    ...(beyond.length > 0 ? [tooFew(beyond, shape)] : []),
    ...(rows.some(({ kl }) => kl.estimators) ? [BIASED] : []),
    ...(rows.some(({ kl }) => kl.plugIn !== null) ? [PLUG_IN] : []),
    ...(rows.some(isWithoutOneMore) ? [ONE_MORE] : []),
    ...(shape.most === 1 && prompts.some(({ candidates }) => candidates) ? [ONE_EACH] : []),
    ...(shape.rewards === 'binary' ? [binary(prompts)] : []),
    ...(shape.rewards === 'tied' ? [TIES] : []),
    ...(hasAllRewards ? [shape.rewards === 'binary' ? ONLY_BINARY : ALL_SEEN] : []),
    ...oneLevel(prompts),
    ...(rows.some(({ reward }) => reward?.interval?.method === 'asymptotic') ? [ASYMPTOTIC] : []),
    ...(rows.some(({ reward }) => reward && !reward.interval) ? [NO_INTERVAL] : []),
  ];
}

const CONTRADICTION =
  'The ends of an interval of the KL crossed, which is improbable unless an assumption fails. Are the log-probabilities those of whole responses, and the samples independent?';

const BIASED =
  '± is the standard error over prompts. It leaves out a bias of order 1/m from the ranks among m samples, which is small for the first estimate and often large for log(π/p).';

const PLUG_IN =
  'The KL of the empirical policies (plug-in) does not estimate the KL of the model. It is at most the logarithm of the number of samples, and it misses answers that were not drawn.';

/** Whether there are as many samples as draws, and not one more, which the win rate needs. */
function isWithoutOneMore({ n, outdrawn, winRate }: AnalysisRow): boolean {
  return n > 1 && outdrawn === 0 && winRate.estimate === null;
}

const ONE_MORE =
  'An estimate of the win rate at n needs n + 1 samples of each prompt, because best-of-n competes with a fresh one. Its lower end is that of a smaller n.';

const ONE_EACH = 'Each prompt has one sample. If best-of-n selected it, give --selected.';

const ASYMPTOTIC =
  'The intervals of the mean reward are normal approximations. With --reward-range LOW,HIGH they hold for every number of samples.';

const NO_INTERVAL =
  'A normal approximation for the mean reward needs rewards that vary and, for these prompts, twice as many samples of each prompt as draws; --reward-range LOW,HIGH gives an interval without it.';

const TIES = 'Samples of one prompt with equal rewards count as one outcome, because best-of-n cannot tell them apart.';

const ONLY_BINARY = 'The intervals rest on --support complete: no other rewards than 0 and 1 are possible.';

const ALL_SEEN =
  'The upper ends of the KL rest on --support complete: the samples of each prompt show all its possible rewards.';

function tooFew(rows: readonly AnalysisRow[], { prompts, fewest }: Shape): string {
  const which = listed(rows.map(({ n, outdrawn }) => `n = ${n} (${outdrawn} of ${many(prompts, 'prompt')})`));
  return `Some prompts have fewer samples than draws, the fewest ${fewest}: ${which}. Their lower ends rest on a smaller n, because KL and win rate grow with n, and on how rarely rewards repeat. ${rows.some(({ reward }) => reward) ? 'Estimates' : 'Estimates and the mean reward'} are left out.`;
}

function binary(prompts: readonly PromptLevels[]): string {
  const rates = prompts.map((prompt) => successes(prompt) / samplesOf(prompt)).filter((rate) => rate > 0);
  const start = 'All rewards are 0 or 1. Then best-of-n spends at most −log(success rate) on a prompt, for every n';
  if (rates.length === 0) return `${start}; no sample is a success.`;
  const mean = rates.reduce((sum, rate) => sum - Math.log(rate), 0) / rates.length;
  const without = prompts.length - rates.length;
  const rest =
    without === 0 ? '' : ` The other ${without} are without a success among their samples, and may cost more.`;
  return `${start}. By the shares of successes that is ${mean.toFixed(3)} nats on average over the ${many(rates.length, 'prompt')} with a success.${rest}`;
}

function oneLevel(prompts: readonly PromptLevels[]): string[] {
  const several = prompts.filter((prompt) => samplesOf(prompt) > 1);
  const level = several.filter(({ counts }) => counts.length === 1).length;
  if (level === 0) return [];
  return [
    `All samples have one reward in ${level} of ${many(several.length, 'prompt')} with several samples. Best-of-n changes nothing there, as far as these show.`,
  ];
}
