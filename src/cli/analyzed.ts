import { analyzeSamples, analyzeSupport } from '../analysis/analyze.ts';
import type { PromptLevels } from '../analysis/collect.ts';
import { perPromptTable } from '../analysis/per-prompt.ts';
import type { Question } from '../analysis/question.ts';
import { analyzeSelected } from '../analysis/selected.ts';
import { analysisText, selectedText } from '../analysis/text.ts';
import { samplesOf } from '../estimates/levels.ts';
import { InputError } from '../policy/errors.ts';
import type { LogSummary } from '../report/log.ts';
import type { Prompts } from './read-log.ts';

export interface AnalyzeInput {
  readonly read: Prompts & { readonly log: LogSummary };
  readonly question: Question;
  readonly draws: readonly number[];
  readonly minSamples: number;
  readonly json: boolean;
  /** Whether to make a table of the prompts too. */
  readonly perPrompt: boolean;
}

/** What `analyze` prints, and the table of the prompts as CSV. */
export interface Analyzed {
  readonly text: string;
  readonly table: string | null;
}

/** Analyzes a log that has been read. @throws InputError naming the place. */
export async function analyzed(input: AnalyzeInput): Promise<Analyzed> {
  const { read, question, draws, minSamples, json, perPrompt } = input;
  const { kind, log } = read;
  const text = <T extends object>(result: T, inWords: (result: T) => string): string =>
    json ? JSON.stringify(result, null, 2) : inWords(result);
  if (kind !== 'samples') checkOptions(kind, input);
  if (kind === 'selected') {
    return { text: text({ ...analyzeSelected(read.prompts, draws, question), log }, selectedText), table: null };
  }
  if (kind === 'support') {
    return {
      text: text({ ...analyzeSupport(read.prompts, draws, question), log, leftOut: 0 }, analysisText),
      table: null,
    };
  }
  const kept = enoughSamples(read.prompts, minSamples);
  const result = { ...analyzeSamples(kept, draws, question), log, leftOut: read.prompts.length - kept.length };
  return { text: text(result, analysisText), table: perPrompt ? perPromptTable(kept, draws, question) : null };
}

/** The prompts with at least so many samples. @throws InputError where there is none. */
export function enoughSamples(prompts: readonly PromptLevels[], least: number): readonly PromptLevels[] {
  const kept = prompts.filter((prompt) => samplesOf(prompt) >= least);
  if (kept.length > 0) return kept;
  throw new InputError(`no prompt has at least ${least} samples; --min-samples says how many a prompt needs`);
}

const WHAT = {
  support: 'the probabilities of all answers',
  selected: 'rows that best-of-n has selected',
  nothing: 'a choice without data',
} as const;

/** @throws InputError for an option that has no meaning for what was read, and would be ignored. */
export function checkOptions(
  kind: keyof typeof WHAT,
  { question, minSamples, perPrompt }: Pick<AnalyzeInput, 'question' | 'minSamples' | 'perPrompt'>,
): void {
  const given: readonly (readonly [string, boolean])[] = [
    ['--per-prompt', perPrompt],
    ['--reward-range', question.rewardRange !== null],
    ['--min-samples', minSamples !== 1],
    ['--distinct-rewards', question.distinctRewards],
    ['--support complete', question.hasAllRewards === true],
    ['--target population', kind !== 'selected' && question.target !== 'prompts'],
  ];
  const ignored = given.find(([, isGiven]) => isGiven);
  if (ignored) throw new InputError(`${ignored[0]} has no meaning for ${WHAT[kind]}; leave it out`);
}
