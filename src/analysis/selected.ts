import { formula } from '../estimates/formula.ts';
import { estimatorsAt } from '../estimates/likelihood.ts';
import { InputError } from '../policy/errors.ts';
import { checkLogProbabilities } from './collect.ts';
import { meanInterval } from './intervals.ts';
import { mean } from './moments.ts';
import type { Question } from './question.ts';
import type { Selected } from './schema.ts';

/** The rows of one prompt that best-of-n has selected. */
export interface SelectedPrompt {
  readonly prompt: string;
  readonly place: string;
  readonly groups: readonly { readonly logProbability: number | null; readonly count: number }[];
}

/** The formula overstates the estimate of a prompt where it is more than this many times as large. */
const OVERSTATED = 1.1;

/**
 * What rows that best-of-n has selected tell of its KL, from their log-probabilities under the reference policy: the mean of the paper's
 * estimator D̂ and of the better one, D̂*. The mean of D̂* over answers of best-of-n is at least the KL, so the upper end of its interval is
 * an upper bound of the KL; there is no lower bound.
 *
 * Guarantee: the interval is statistical, of E D̂*; docs/estimates.md. @throws InputError for a row without a log-probability.
 */
export function analyzeSelected(
  prompts: readonly SelectedPrompt[],
  draws: readonly number[],
  question: Question,
): Omit<Selected, 'log'> {
  const [first] = prompts;
  if (first === undefined) throw new InputError('there are no rows to analyze');
  if (first.groups.every(({ logProbability }) => logProbability === null)) {
    throw new InputError(
      `${first.place}: --selected needs the log-probability of each row; name its column, such as --map logprob=COLUMN`,
    );
  }
  return {
    format: 'bonafide-selected/1',
    prompts: prompts.length,
    rows: prompts.reduce((sum, { groups }) => sum + groups.reduce((all, { count }) => all + count, 0), 0),
    target: question.target,
    confidence: question.confidence,
    estimates: draws.map((n) => estimatesFor(prompts, n, question)),
  };
}

function estimatesFor(
  prompts: readonly SelectedPrompt[],
  n: number,
  { target, confidence }: Question,
): Selected['estimates'][number] {
  const top = formula(n);
  const means = prompts.map((prompt) => meansOf(prompt, n));
  const better = means.map((mean) => mean.better);
  const setting = { target, alpha: 1 - confidence, blocks: 1 };
  return {
    n,
    formula: top,
    paper: mean(means.map(({ paper }) => paper)),
    better: { ...meanInterval(better, better, { from: 0, to: top }, setting), estimate: mean(better) },
    overstated: means.filter(({ better }) => top > OVERSTATED * better).length / prompts.length,
  };
}

function meansOf({ groups, place }: SelectedPrompt, n: number): { paper: number; better: number } {
  checkLogProbabilities(groups, place);
  let [samples, paper, better] = [0, 0, 0];
  for (const group of groups) {
    const at = estimatorsAt(n, logProbabilityOf(group, place));
    samples += group.count;
    paper += group.count * at.paper;
    better += group.count * at.better;
  }
  return { paper: paper / samples, better: better / samples };
}

/** @throws InputError where a row has none. */
export function logProbabilityOf({ logProbability }: SelectedPrompt['groups'][number], place: string): number {
  if (logProbability !== null) return logProbability;
  throw new InputError(`${place}: --selected needs the log-probability of every row`);
}
