import { analyzeSamples, analyzeSupport } from '../analysis/analyze.ts';
import type { PromptLevels } from '../analysis/collect.ts';
import { type Histogram, histogramOfSamples, histogramOfSupport } from '../analysis/histogram.ts';
import { asCsv, samplesTable, selectedTable, supportTable } from '../analysis/per-prompt.ts';
import type { Question } from '../analysis/question.ts';
import type { Analysis, Selected } from '../analysis/schema.ts';
import { analyzeSelected } from '../analysis/selected.ts';
import { plainText } from '../analysis/text.ts';
import { type Told, toldOf, toldOfSelected } from '../analysis/told.ts';
import { samplesOf } from '../estimates/levels.ts';
import { checkText, type Table } from '../logs/write-parquet.ts';
import { InputError } from '../policy/errors.ts';
import type { LogSummary } from '../report/log.ts';
import type { Prompts } from './read-log.ts';

export interface AnalyzeInput {
  readonly read: Prompts & { readonly log: LogSummary };
  readonly question: Question;
  readonly draws: readonly number[];
  readonly minSamples: number;
  readonly json: boolean;
  /** The format of a table of the prompts; null where none is made. */
  readonly perPrompt: TableFormat | null;
  /** Whether to make a page. */
  readonly html: boolean;
}

/** The formats of a table of prompts, which are the endings of its name. */
export type TableFormat = 'csv' | 'parquet';

/** What `analyze` prints, and what it writes: the table of the prompts: the text of a CSV, or what is to be written as Parquet. */
export interface Analyzed {
  readonly text: string;
  readonly table: string | Table | null;
  /** The page, as HTML. */
  readonly page: string | null;
}

/** Analyzes a log that has been read. @throws InputError naming the place. */
export async function analyzed(input: AnalyzeInput): Promise<Analyzed> {
  const { read, question, draws, minSamples, json, perPrompt, html } = input;
  const { kind, log } = read;
  const text = <T extends object>(result: T, told: (result: T) => Told): string =>
    json ? JSON.stringify(result, null, 2) : plainText(told(result));
  if (kind !== 'samples') checkOptions(kind, input);
  if (kind === 'selected') {
    const selected = { ...analyzeSelected(read.prompts, draws, question), log };
    return {
      text: text(selected, toldOfSelected),
      table: perPrompt && formatted(selectedTable(read.prompts, draws), perPrompt),
      page: html ? (await pages()).selected(selected) : null,
    };
  }
  if (kind === 'support') {
    const analysis = { ...analyzeSupport(read.prompts, draws, question), log, leftOut: 0 };
    return {
      text: text(analysis, toldOf),
      table: perPrompt && formatted(supportTable(read.prompts, draws), perPrompt),
      page: html ? (await pages()).analysis(analysis, histogramOfSupport(read.prompts, draws)) : null,
    };
  }
  const kept = enoughSamples(read.prompts, minSamples);
  const analysis = { ...analyzeSamples(kept, draws, question), log, leftOut: read.prompts.length - kept.length };
  return {
    text: text(analysis, toldOf),
    table: perPrompt && formatted(samplesTable(kept, draws, question), perPrompt),
    page: html ? (await pages()).analysis(analysis, histogramOfSamples(kept, draws)) : null,
  };
}

/** What makes pages. It is loaded when a page is asked for, because what draws is large. */
async function pages() {
  const { analysisPage, selectedPage } = await import('../analysis/page.ts');
  const { newDocument } = await import('../pictures/in-node.ts');
  return {
    analysis: (analysis: Analysis, histogram: Histogram | null) => analysisPage(analysis, histogram, newDocument()),
    selected: (selected: Selected) => selectedPage(selected, newDocument()),
  };
}

/** The table in its format. @throws InputError for a prompt that the format cannot hold. */
function formatted(table: Table, format: TableFormat): string | Table {
  if (format === 'csv') return asCsv(table);
  for (const [prompt, place] of table.rows) checkText(prompt as string, place as string);
  return table;
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
  { question, minSamples }: Pick<AnalyzeInput, 'question' | 'minSamples'>,
): void {
  const given: readonly (readonly [string, boolean])[] = [
    ['--plug-in', question.hasPlugIn === true],
    ['--reward-range', question.rewardRange !== null],
    ['--min-samples', minSamples !== 1],
    ['--distinct-rewards', question.distinctRewards],
    ['--support complete', question.hasAllRewards === true],
    ['--target population', kind !== 'selected' && question.target !== 'prompts'],
  ];
  const ignored = given.find(([, isGiven]) => isGiven);
  if (ignored) throw new InputError(`${ignored[0]} has no meaning for ${WHAT[kind]}; leave it out`);
}
