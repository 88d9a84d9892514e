import { stringify } from 'csv-stringify/sync';
import { bestReward } from '../estimates/best-reward.ts';
import { formula } from '../estimates/formula.ts';
import { samplesOf } from '../estimates/levels.ts';
import { gapBracket, winRateBracket } from '../estimates/statistics.ts';
import type { PromptLevels } from './collect.ts';
import type { Question } from './question.ts';
import { klOf } from './rows.ts';

/** One line for each prompt and n, as values separated by commas. Texts that a spreadsheet would run as formulas are escaped. */
export function perPromptTable(prompts: readonly PromptLevels[], draws: readonly number[], question: Question): string {
  const rows = prompts.flatMap((prompt) => draws.map((n) => rowOf(prompt, n, question)));
  return stringify(rows, { header: true, escape_formulas: true });
}

/** The interval of the KL holds for this prompt on its own. Estimates are empty where the prompt has too few samples. */
function rowOf(prompt: PromptLevels, n: number, question: Question): Record<string, string | number | null> {
  const samples = samplesOf(prompt);
  const top = formula(n);
  const { kl } = klOf([prompt], n, { ...question, target: 'prompts' });
  const gap = gapBracket(prompt, n);
  const isWhole = gap.draws === n;
  const win = winRateBracket(prompt, n);
  return {
    prompt: prompt.prompt,
    place: prompt.place,
    samples,
    levels: prompt.counts.length,
    n,
    formula: top,
    kl_estimate_from: isWhole ? top - gap.upper : null,
    kl_estimate_to: isWhole ? top - gap.lower : null,
    kl_lower: kl.lower,
    kl_upper: kl.upper,
    win_rate: win.draws === n ? win.lower : null,
    mean_reward: isWhole ? bestReward(prompt, n).mean : null,
  };
}
