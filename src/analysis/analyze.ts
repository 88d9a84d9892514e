import { samplesOf } from '../estimates/levels.ts';
import { formula, gapBracket } from '../estimates/statistics.ts';
import { InputError } from '../policy/errors.ts';
import { type PromptLevels, type Shape, shapeOf } from './collect.ts';
import { haveCandidates } from './likelihoods.ts';
import { notesOn } from './notes.ts';
import type { Question } from './question.ts';
import { klOf, rowFor } from './rows.ts';
import type { Analysis, AnalysisRow } from './schema.ts';
import { type Support, supportRow } from './support.ts';

/** The formula counts as safe where it is at most this many times the lower end of the KL. */
export const SAFE = 1.1;

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
  const shape = shapeOf(prompts);
  const binary = shape.rewards === 'binary' ? ([0, 1] as const) : null;
  const asked = { ...question, rewardRange: question.rewardRange ?? binary };
  const rows = draws.map((n) => rowFor(prompts, n, asked));
  return {
    format: 'bonafide-analysis/1',
    kind: haveCandidates(prompts) ? 'candidates' : 'samples',
    ...shape,
    target: question.target,
    confidence: question.confidence,
    rows,
    safeUpTo: safeUpTo(prompts, rows, asked, shape),
    furthest: furthest(prompts, draws),
    notes: notesOn(prompts, rows, shape),
  };
}

/** The same, exactly, for prompts with the probabilities of all their answers. */
export function analyzeSupport(prompts: readonly Support[], draws: readonly number[], question: Question): Body {
  const answers = prompts.map(({ weights }) => weights.length);
  const levels = prompts.map(({ ranks }) => new Set(ranks).size);
  const rows = draws.map((n) => supportRow(prompts, n));
  const safe = rows.filter(({ n, formula, kl }) => n > 1 && formula <= SAFE * kl.lower);
  return {
    format: 'bonafide-analysis/1',
    kind: 'support',
    prompts: prompts.length,
    samples: answers.reduce((sum, count) => sum + count, 0),
    fewest: Math.min(...answers),
    most: Math.max(...answers),
    rewards: levels.some((count, i) => count < (answers[i] as number)) ? 'tied' : 'distinct',
    oneLevel: levels.filter((count) => count === 1).length,
    target: 'prompts',
    confidence: question.confidence,
    rows,
    safeUpTo: safe.at(-1)?.n ?? null,
    furthest: null,
    notes: [],
  };
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

/** Looks at the rows and at the powers of two between them. */
function safeUpTo(
  prompts: readonly PromptLevels[],
  rows: readonly AnalysisRow[],
  question: Question,
  { fewest }: Shape,
): number | null {
  const known = new Map(rows.map(({ n, kl }) => [n, kl.lower]));
  const most = Math.max(...known.keys());
  const powers: number[] = [];
  for (let n = 2; n <= Math.min(fewest, most); n *= 2) powers.push(n);
  const looked = [...new Set([...known.keys(), ...powers])].filter((n) => n > 1).sort((a, b) => a - b);
  const isSafe = (n: number): boolean => formula(n) <= SAFE * (known.get(n) ?? klOf(prompts, n, question).lower);
  const unsafe = looked.findIndex((n) => !isSafe(n));
  return (unsafe < 0 ? looked.at(-1) : looked[unsafe - 1]) ?? null;
}

/** The prompt whose estimate of KL is the smallest share of the formula, at the largest n that its samples allow; null where none has a gap. */
function furthest(prompts: readonly PromptLevels[], draws: readonly number[]): Analysis['furthest'] {
  let found: Analysis['furthest'] = null;
  let least = 1;
  for (const prompt of prompts) {
    const n = draws.filter((n) => n > 1 && n <= samplesOf(prompt)).at(-1);
    if (n === undefined) continue;
    const gap = gapBracket(prompt, n).lower;
    const share = 1 - gap / formula(n);
    if (share >= least) continue;
    least = share;
    found = { prompt: prompt.prompt, place: prompt.place, n, levels: prompt.counts.length, kl: formula(n) - gap };
  }
  return found;
}
