import { stringify } from 'csv-stringify/sync';
import { bestReward } from '../estimates/best-reward.ts';
import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { estimatorsAt } from '../estimates/likelihood.ts';
import { gapBracket, winRateBracket } from '../estimates/statistics.ts';
import type { Table } from '../logs/write-parquet.ts';
import type { PromptLevels } from './collect.ts';
import { knownOf, middle } from './known.ts';
import type { Question } from './question.ts';
import { klOf } from './rows.ts';
import { logProbabilityOf, type SelectedPrompt } from './selected.ts';
import type { Support } from './support.ts';

type Columns = Table['columns'];
type Row = Table['rows'][number];

const texts = (...names: readonly string[]): Columns => names.map((name) => ({ name, type: 'VARCHAR' }));
const counts = (...names: readonly string[]): Columns => names.map((name) => ({ name, type: 'BIGINT' }));
const numbers = (...names: readonly string[]): Columns => names.map((name) => ({ name, type: 'DOUBLE' }));

const OF_SAMPLES: Columns = [
  ...texts('prompt', 'place'),
  ...counts('samples', 'levels', 'n'),
  ...numbers('formula', 'kl_estimate_from', 'kl_estimate_to', 'kl_lower', 'kl_upper', 'win_rate', 'mean_reward'),
];

const OF_SUPPORT: Columns = [
  ...texts('prompt', 'place'),
  ...counts('answers', 'levels', 'n'),
  ...numbers('formula', 'kl_lower', 'kl_upper', 'win_rate_lower', 'win_rate_upper', 'mean_reward'),
];

const OF_SELECTED: Columns = [
  ...texts('prompt', 'place'),
  ...numbers('logprob'),
  ...counts('rows', 'n'),
  ...numbers('formula', 'paper', 'better'),
];

/**
 * One row for each prompt and n. The interval of the KL holds for its prompt on its own. Estimates are null where the prompt has too few
 * samples. Guarantee: statistical.
 */
export function samplesTable(prompts: readonly PromptLevels[], draws: readonly number[], question: Question): Table {
  const rows = prompts.flatMap((prompt) => draws.map((n) => samplesRow(prompt, n, question)));
  return { columns: OF_SAMPLES, rows };
}

function samplesRow(prompt: PromptLevels, n: number, question: Question): Row {
  const top = formula(n);
  const { kl } = klOf([prompt], n, { ...question, target: 'prompts' });
  const win = winRateBracket(prompt, n);
  return [
    prompt.prompt,
    prompt.place,
    samplesOf(prompt),
    prompt.counts.length,
    n,
    top,
    kl.estimate?.lower ?? null,
    kl.estimate?.upper ?? null,
    kl.lower,
    kl.upper,
    win.draws === n ? win.lower : null,
    gapBracket(prompt, n).draws === n ? bestReward(prompt, n).mean : null,
  ];
}

/** The same from the probabilities of all answers. Guarantee: enclosures, rounded outward to doubles; the mean reward is a double. */
export function supportTable(prompts: readonly Support[], draws: readonly number[]): Table {
  const rows = prompts.flatMap((support) => draws.map((n) => supportRow(support, n)));
  return { columns: OF_SUPPORT, rows };
}

function supportRow(support: Support, n: number): Row {
  const { prompt, place, weights, ranks } = support;
  const { kl, winRate, reward } = knownOf(support, n);
  const levels = new Set(ranks).size;
  const ends = [kl.lower, kl.upper, winRate.lower, winRate.upper];
  return [prompt, place, weights.length, levels, n, formula(n), ...ends, reward && middle(reward)];
}

/** One row for each n and each log-probability of a prompt's rows, with both estimators. Guarantee: doubles. @throws InputError where one is missing. */
export function selectedTable(prompts: readonly SelectedPrompt[], draws: readonly number[]): Table {
  const rows = prompts.flatMap(({ prompt, place, groups }) =>
    groups.flatMap((group) =>
      draws.map((n): Row => {
        const logProbability = logProbabilityOf(group, place);
        const { paper, better } = estimatorsAt(n, logProbability);
        return [prompt, place, logProbability, group.count, n, formula(n), paper, better];
      }),
    ),
  );
  return { columns: OF_SELECTED, rows };
}

/** A table as values separated by commas. Texts that a spreadsheet would run as formulas are escaped; no other character is changed. */
export function asCsv({ columns, rows }: Table): string {
  const names = columns.map(({ name }) => name);
  return stringify([names, ...rows], { escape_formulas: true });
}
