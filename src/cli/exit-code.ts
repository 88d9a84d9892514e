/** What the process tells its caller. */
export const EXIT = {
  /** Everything behaved as expected. */
  expected: 0,
  /** A claim did not behave as expected. */
  unexpected: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  /** Interrupted, or not decided. */
  inconclusive: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
