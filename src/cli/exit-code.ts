import type { Status } from '../report/model.ts';

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

/** The exit code of a run, which follows from its status alone. */
export const EXIT_OF: Record<Status, ExitCode> = {
  ok: EXIT.expected,
  failed: EXIT.unexpected,
  inconclusive: EXIT.inconclusive,
};
