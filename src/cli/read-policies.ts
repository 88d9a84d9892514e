import { supportOf } from '../analysis/support.ts';
import { type LoggedPrompt, type LogOptions, openLog } from '../logs/log.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';
import type { LogSummary } from '../report/log.ts';
import { empiricalPolicy, type PromptPolicy } from '../samples/empirical-policy.ts';
import { heard, summaryOf, withKind } from './read-log.ts';

/** The policies of a log, and what was read. */
export interface Policies {
  /** Empirical policies of samples, or the policies themselves, from the probabilities of all answers. */
  readonly kind: 'samples' | 'support';
  /** In the order in which prompts first appear. */
  readonly prompts: readonly PromptPolicy[];
  readonly log: Omit<LogSummary, 'noisy'>;
}

/** Log-probabilities of samples change nothing in their empirical policy, so what is wrong with them does not matter. */
const WITHOUT_LOGPROB = ['logprob', ''] as const;

/**
 * Reads one policy for each prompt of a log.
 * @throws InputError naming the place of what is wrong; Interrupted as soon as the signal comes.
 */
export async function readPolicies(
  sources: readonly string[],
  { map, ...options }: LogOptions,
  signal: AbortSignal,
): Promise<Policies> {
  return heard(signal, async () => {
    const log = await openLog(sources, {
      ...options,
      map: new Map([WITHOUT_LOGPROB, ...(map ?? [])]),
      areApart: true,
      signal,
    });
    const prompts: PromptPolicy[] = [];
    let known: Policies['kind'] = 'samples';
    for await (const { kind, prompt } of withKind(log.prompts)) {
      known = kind;
      prompts.push(kind === 'support' ? givenPolicy(prompt) : empiricalPolicy(prompt));
    }
    return { kind: known, prompts, log: summaryOf(log) };
  });
}

function givenPolicy(prompt: LoggedPrompt): PromptPolicy {
  const { weights, ranks } = supportOf(prompt);
  return { policy: FinitePolicy.fromRanked(weights, ranks), samples: prompt.samples, duplicates: prompt.noisy };
}
