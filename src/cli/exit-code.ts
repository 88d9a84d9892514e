import type { Status } from '../report/model.ts';

/** The exit codes. */
export const EXIT = {
  /** Everything behaved as expected. */
  ok: 0,
  /** A claim did not behave as expected. */
  failed: 1,
  /** Bad usage or bad input. */
  badInput: 2,
  /** Interrupted, or not decided. */
  inconclusive: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a run. It depends on the status only. */
export const EXIT_OF: Record<Status, ExitCode> = {
  ok: EXIT.ok,
  failed: EXIT.failed,
  inconclusive: EXIT.inconclusive,
};
