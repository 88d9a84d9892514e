import { analyzeSamples, analyzeSupport } from '../analysis/analyze.ts';
import { type Logged, levelsOf } from '../analysis/collect.ts';
import { perPromptTable } from '../analysis/per-prompt.ts';
import type { Question } from '../analysis/question.ts';
import type { LogSummary } from '../analysis/schema.ts';
import { analyzeSelected } from '../analysis/selected.ts';
import { analysisText, selectedText } from '../analysis/text.ts';
import { writeWhole } from '../io/write-whole.ts';
import { type FieldMap, type LayoutName, type LoggedPrompt, type LogOptions, openLog } from '../logs/log.ts';
import { InputError } from '../policy/errors.ts';

export interface AnalyzeInput extends Question {
  readonly sources: readonly string[];
  readonly draws: readonly number[];
  readonly map: FieldMap | undefined;
  readonly layout: LayoutName | undefined;
  readonly onBadRow: LogOptions['onBadRow'];
  readonly duplicateReward: LogOptions['duplicateReward'];
  readonly minSamples: number;
  readonly selected: boolean;
  readonly json: boolean;
  /** The file for the table of prompts, or null. */
  readonly perPrompt: string | null;
}

/** Reads a log, analyzes it and prints the result as a text. @throws InputError naming the place. */
export async function analyzed(input: AnalyzeInput): Promise<string> {
  const { prompts, log } = await readLog(input);
  const { draws, json, selected, perPrompt, minSamples } = input;
  const question: Question = { target: input.target, confidence: input.confidence, rewardRange: input.rewardRange };
  if (selected) {
    const result = { ...analyzeSelected(prompts, draws, question), log };
    return json ? printed(result) : selectedText(result);
  }
  if (prompts.every(({ groups }) => groups.every(({ probability }) => probability !== null))) {
    const result = { ...analyzeSupport(prompts, draws, question), log, leftOut: 0 };
    return json ? printed(result) : analysisText(result);
  }
  const kept = prompts.filter(({ samples }) => samples >= minSamples).map(levelsOf);
  if (kept.length === 0) {
    throw new InputError(`no prompt has ${minSamples} samples; --min-samples says how many a prompt needs`);
  }
  const result = { ...analyzeSamples(kept, draws, question), log, leftOut: prompts.length - kept.length };
  if (perPrompt !== null) await writeWhole(perPrompt, perPromptTable(kept, draws, question));
  return json ? printed(result) : analysisText(result);
}

function printed(result: object): string {
  return JSON.stringify(result, null, 2);
}

async function readLog({ sources, map, layout, onBadRow, duplicateReward, selected }: AnalyzeInput): Promise<{
  readonly prompts: readonly (LoggedPrompt & Logged)[];
  readonly log: LogSummary;
}> {
  // Rows that are selected already need no reward.
  const fields = selected ? new Map([['reward', ''] as const, ...(map ?? [])]) : map;
  const log = await openLog(sources, { map: fields, layout, onBadRow, duplicateReward });
  const prompts: LoggedPrompt[] = [];
  for await (const prompt of log.prompts) prompts.push(prompt);
  if (prompts.length === 0) throw new InputError(`${sources.join(', ')}: there are no samples`);
  const summary = log.summary();
  return {
    prompts,
    log: {
      files: [...summary.files],
      rows: summary.rows,
      layout: summary.layout,
      columns: Object.fromEntries(summary.columns),
      skipped: [...summary.problems],
      noisy: prompts.reduce((sum, { noisy }) => sum + noisy, 0),
    },
  };
}
