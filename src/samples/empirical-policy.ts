import { Rational } from '../arithmetic/rational.ts';
import { InputError } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { Sample } from './read-samples.ts';

/** The empirical policy of one prompt: identical responses are one outcome, equal rewards one level. */
export interface PromptPolicy {
  readonly prompt: string;
  readonly policy: FinitePolicy;
  readonly samples: number;
}

/**
 * Collects samples into one empirical policy a prompt, in the order in which prompts first appear.
 * @throws InputError naming file and line where one response gets two rewards, and for a file without samples.
 */
export async function empiricalPolicies(samples: AsyncIterable<Sample>, file: string): Promise<PromptPolicy[]> {
  const prompts = new Map<string, Map<string, { reward: Rational; count: number; line: number }>>();
  for await (const { prompt, response, reward, line } of samples) {
    const outcomes = prompts.get(prompt) ?? new Map();
    prompts.set(prompt, outcomes);
    const known = outcomes.get(response);
    if (known && !known.reward.equals(reward)) {
      throw new InputError(`${file}:${line}: reward: the same response has another reward on line ${known.line}`);
    }
    outcomes.set(response, known ? { ...known, count: known.count + 1 } : { reward, count: 1, line });
  }
  if (prompts.size === 0) throw new InputError(`${file} holds no samples`);
  return [...prompts].map(([prompt, outcomes]) => {
    const counted = [...outcomes.values()];
    const policy = FinitePolicy.fromOutcomes(
      counted.map(({ reward, count }) => ({ reward, weight: Rational.of(count) })),
    );
    return { prompt, policy, samples: counted.reduce((sum, { count }) => sum + count, 0) };
  });
}
