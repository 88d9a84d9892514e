import { Rational } from '../arithmetic/rational.ts';
import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { Sample } from './read-samples.ts';

/** The empirical policy of one prompt: identical responses are one outcome, equal rewards one level. */
export interface PromptPolicy {
  readonly prompt: string;
  readonly policy: FinitePolicy;
  readonly samples: number;
  /** The number of responses with several rewards. */
  readonly duplicates: number;
}

/** How to treat a response with several rewards: refuse the file, take the first reward, or take the mean over its samples. */
export const DUPLICATES = ['error', 'first', 'mean'] as const;
export type Duplicates = (typeof DUPLICATES)[number];

interface Outcome {
  readonly line: number;
  readonly first: Rational;
  sum: Rational;
  count: number;
  /** Whether all rewards so far equal the first. */
  agrees: boolean;
}

/**
 * Collects samples into one empirical policy for each prompt, in the order in which prompts first appear.
 * @throws InputError for a file without samples and, naming the line, where a response has two rewards under the rule `error`.
 */
export async function empiricalPolicies(
  samples: AsyncIterable<Sample>,
  file: string,
  duplicates: Duplicates = 'error',
): Promise<PromptPolicy[]> {
  const prompts = new Map<string, Map<string, Outcome>>();
  for await (const { prompt, response, reward, line } of samples) {
    const outcomes = prompts.get(prompt) ?? new Map<string, Outcome>();
    prompts.set(prompt, outcomes);
    const known = outcomes.get(response);
    if (!known) {
      outcomes.set(response, { line, first: reward, sum: reward, count: 1, agrees: true });
      continue;
    }
    const agrees = known.first.equals(reward);
    if (!agrees && duplicates === 'error') {
      throw new InputError(
        `${file}:${line}: reward: the same response has another reward on line ${known.line}; --duplicates first takes the first one, --duplicates mean the mean`,
      );
    }
    known.count += 1;
    known.agrees &&= agrees;
    if (duplicates === 'mean') known.sum = known.sum.add(reward).reduced();
  }
  if (prompts.size === 0) throw new InputError(`${file} holds no samples`);
  return [...prompts].map(([prompt, outcomes]) => policyOf(prompt, [...outcomes.values()], duplicates));
}

function policyOf(prompt: string, outcomes: readonly Outcome[], duplicates: Duplicates): PromptPolicy {
  const rewardOf = ({ first, sum, count }: Outcome): Rational =>
    duplicates === 'mean' ? sum.div(Rational.of(count)).reduced() : first;
  const policy = FinitePolicy.fromOutcomes(
    outcomes.map((outcome) => ({ reward: rewardOf(outcome), weight: Rational.of(outcome.count) })),
  );
  return {
    prompt,
    policy,
    samples: outcomes.reduce((sum, { count }) => sum + count, 0),
    duplicates: outcomes.filter(({ agrees }) => !agrees).length,
  };
}
