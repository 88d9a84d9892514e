/** The samples of one prompt by reward: the levels from the worst to the best, and how many samples each has. */
export interface Levels {
  readonly counts: readonly number[];
  /** As doubles, which the mean reward needs. Which rewards are equal was decided on exact numbers. */
  readonly rewards: readonly number[];
}

export function samplesOf({ counts }: Pick<Levels, 'counts'>): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
