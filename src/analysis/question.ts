import type { Target } from './intervals.ts';

/** What is asked of samples, besides n. */
export interface Question {
  readonly target: Target;
  readonly confidence: number;
  /** The range of all possible rewards; null where it is not known. */
  readonly rewardRange: readonly [number, number] | null;
  /** Whether different responses of a prompt never have equal rewards, seen or not; the user states it. */
  readonly distinctRewards: boolean;
  /** Whether the samples of each prompt show all its possible rewards, or these are 0 and 1; the user states it. */
  readonly hasAllRewards?: boolean;
  /** Whether the plug-in KL is asked for. */
  readonly hasPlugIn?: boolean;
}
