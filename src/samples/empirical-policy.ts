import type { LoggedPrompt } from '../logs/log.ts';
import { InputError, naming } from '../policy/errors.ts';
import { FinitePolicy } from '../policy/finite-policy.ts';

/** The policy of one prompt. */
export interface PromptPolicy {
  readonly policy: FinitePolicy;
  /** The number of samples. */
  readonly samples: number;
  /** The number of responses with several rewards. */
  readonly duplicates: number;
}

/**
 * The empirical policy of one prompt, whose responses were kept apart: identical responses are one outcome, equal rewards one level.
 * Samples that do not say their response are one outcome for each reward.
 * @throws InputError naming the place where there are no rewards.
 */
export function empiricalPolicy({ groups, place, samples, noisy }: LoggedPrompt): PromptPolicy {
  let rank = 0;
  const ranks = groups.map(({ reward }, at) => {
    const before = groups[at - 1]?.reward;
    if (reward === null)
      throw new InputError(`${place}: the samples have no reward; name its column with --map reward=COLUMN`);
    if (before && !before.equals(reward)) rank += 1;
    return rank;
  });
  const weights = groups.map(({ count }) => BigInt(count));
  return { policy: naming(place, () => FinitePolicy.fromRanked(weights, ranks)), samples, duplicates: noisy };
}
