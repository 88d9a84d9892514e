import type { Goal } from '../analysis/goal.ts';
import { InputError } from '../policy/errors.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { inThread, prepareThread } from './in-thread.ts';
import { firstGiven, logOptionsOf, type QuestionChoices, questionOf } from './log-options.ts';
import { readLog } from './read-log.ts';
import type { PolicyChoice } from './read-policy.ts';

export interface ChooseOptions extends PolicyChoice, QuestionChoices {
  readonly kl?: Goal;
  readonly winRate?: Goal;
  readonly reward?: Goal;
  readonly accuracy?: Goal;
  readonly json?: boolean;
}

/** `bonafide choose`: the n for a budget of KL or a target, from samples, from a policy, or from nothing. */
export async function choose(sources: readonly string[], options: ChooseOptions, context: Context): Promise<ExitCode> {
  const { kl, winRate, reward, accuracy, ...rest } = options;
  const goals = [kl, winRate, reward, accuracy].filter((goal) => goal !== undefined);
  if (goals.length === 0) throw new InputError('give a budget or a target: --kl, --win-rate, --reward or --accuracy');
  const hasPolicy = [rest.weights, rest.probabilities, rest.policy].some((value) => value !== undefined);
  if (hasPolicy && sources.length > 0) throw new InputError('give samples or a policy, not both');
  const ignored = sources.length === 0 ? firstGiven(options) : undefined;
  if (ignored !== undefined)
    throw new InputError(`${ignored} says how to read samples, and there are none; leave it out`);
  prepareThread(context);
  const { minSamples, json = false } = options;
  const reading = { sources, selected: false, ...logOptionsOf(options), signal: context.signal };
  const read = sources.length > 0 ? await readLog(reading) : null;
  const question = questionOf(options);
  const { text, code } = await inThread(
    'choose',
    { read, policy: hasPolicy ? policyChoice(rest) : null, goals, question, minSamples, json },
    context,
  );
  context.console.out(text);
  return code;
}

/** The options that name a policy; the others cannot all cross threads. */
function policyChoice({ weights, probabilities, policy }: PolicyChoice): PolicyChoice {
  return {
    ...(weights !== undefined && { weights }),
    ...(probabilities !== undefined && { probabilities }),
    ...(policy !== undefined && { policy }),
  };
}
