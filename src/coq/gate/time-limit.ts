import type { Job, Outcome } from './checker.ts';

/** Ten times the time that the slower checker takes on two processors. */
export const DEFAULT_SECONDS = 1800;

/** The longest time that a timer of Node can wait, in seconds. */
export const MAX_SECONDS = 2_000_000;

/** Does work that is stopped when the job's time is over. The outcome then says so. */
export async function withinTime(checker: string, job: Job, work: (job: Job) => Promise<Outcome>): Promise<Outcome> {
  const over = AbortSignal.timeout(job.seconds * 1000);
  const outcome = await work({ ...job, signal: AbortSignal.any([job.signal, over]) });
  if (outcome.failure === null || !over.aborted || job.signal.aborted) return outcome;
  const failure = `${checker} did not finish within ${job.seconds} s and was stopped; prove --time-limit SECONDS allows more`;
  return { ...outcome, failure };
}
