import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { gapBracket } from '../estimates/statistics.ts';
import { InputError } from '../policy/errors.ts';
import { type PromptLevels, shapeOf } from './collect.ts';
import { supportRow } from './known.ts';
import { haveCandidates, haveTies } from './likelihoods.ts';
import { notesOn } from './notes.ts';
import type { Question } from './question.ts';
import { rowFor } from './rows.ts';
import type { Analysis } from './schema.ts';
import type { Support } from './support.ts';

type Body = Omit<Analysis, 'log' | 'leftOut'>;

/**
 * What best-of-n cost and won on the samples of prompts, for each n.
 *
 * Guarantee: statistical, as each interval says; docs/estimates.md has the derivations.
 * @throws InputError without a prompt, and for a reward outside of the given range.
 */
export function analyzeSamples(prompts: readonly PromptLevels[], draws: readonly number[], question: Question): Body {
  if (prompts.length === 0) throw new InputError('there are no samples to analyze');
  if (question.rewardRange) checkRange(prompts, question.rewardRange);
  checkCandidates(prompts, question);
  const shape = shapeOf(prompts);
  const rows = draws.map((n) => rowFor(prompts, n, question));
  return {
    format: 'bonafide-analysis/1',
    kind: haveCandidates(prompts) ? 'candidates' : 'samples',
    ...shape,
    target: question.target,
    confidence: question.confidence,
    rows,
    furthest: furthest(prompts, draws),
    notes: notesOn(prompts, rows, shape, question),
  };
}

/** The same, exactly, for prompts with the probabilities of all their answers. */
export function analyzeSupport(prompts: readonly Support[], draws: readonly number[], question: Question): Body {
  const answers = prompts.map(({ weights }) => weights.length);
  const levels = prompts.map(({ ranks }) => new Set(ranks).size);
  const rows = draws.map((n) => supportRow(prompts, n));
  return {
    format: 'bonafide-analysis/1',
    kind: 'support',
    prompts: prompts.length,
    samples: answers.reduce((sum, count) => sum + count, 0),
    fewest: answers.reduce((least, count) => Math.min(least, count)),
    most: answers.reduce((most, count) => Math.max(most, count)),
    rewards: levels.some((count, i) => count < (answers[i] as number)) ? 'tied' : 'distinct',
    oneLevel: levels.filter((count) => count === 1).length,
    target: 'prompts',
    confidence: question.confidence,
    rows,
    furthest: null,
    notes: [],
  };
}

function checkCandidates(prompts: readonly PromptLevels[], { distinctRewards }: Question): void {
  const lacking = prompts.find(({ candidates }) => candidates === undefined);
  if (lacking && prompts.some(({ candidates }) => candidates !== undefined)) {
    throw new InputError(
      `${lacking.place}: this prompt has no log-probabilities, and others have; complete them, or leave the column out with --map logprob=`,
    );
  }
  if (distinctRewards && !haveCandidates(prompts))
    throw new InputError('--distinct-rewards is of use only with log-probabilities, and there are none; leave it out');
  const tied = distinctRewards && haveCandidates(prompts) ? prompts.find(haveTies) : undefined;
  if (tied)
    throw new InputError(
      `${tied.place}: different responses of this prompt have equal rewards, against --distinct-rewards`,
    );
}

function checkRange(prompts: readonly PromptLevels[], [low, high]: readonly [number, number]): void {
  for (const { place, rewards } of prompts) {
    const outside = rewards.find((reward) => reward < low || reward > high);
    if (outside === undefined) continue;
    throw new InputError(
      `${place}: a sample of this prompt has the reward ${outside}, outside of --reward-range ${low},${high}`,
    );
  }
}

/** A KL above this share of the formula is not worth a word. */
const NOTABLE = 0.9;

/** The prompt whose estimate of KL is the smallest share of the formula, at the largest n that its samples allow, among those with several levels; null where none is notably below it. */
function furthest(prompts: readonly PromptLevels[], draws: readonly number[]): Analysis['furthest'] {
  let found: Analysis['furthest'] = null;
  let least = NOTABLE;
  for (const prompt of prompts) {
    const n = draws.filter((n) => n > 1 && n <= samplesOf(prompt)).at(-1);
    if (n === undefined || prompt.counts.length === 1) continue;
    const gap = gapBracket(prompt, n).lower;
    const share = 1 - gap / formula(n);
    if (share >= least) continue;
    least = share;
    found = { prompt: prompt.prompt, place: prompt.place, n, levels: prompt.counts.length, kl: formula(n) - gap };
  }
  return found;
}
