import { parentPort, workerData } from 'node:worker_threads';
import { ClaimFault, messageOf } from '../claims/fault.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { InputError } from '../policy/errors.ts';
import { begin, type Heartbeat } from '../run/heartbeat.ts';
import { type Input, JOBS, type Job } from './jobs.ts';

/** An error in a form that crosses threads; classes of errors do not. */
export interface Failure {
  readonly kind: 'input' | 'claim' | 'other';
  readonly message: string;
  readonly claim?: string;
  readonly instance?: InstanceJson;
}

const beat = workerData as Heartbeat;

/** A thread that does the jobs it receives, one after another. */
parentPort?.on('message', ({ job, input }: { job: Job; input: unknown }) => void work(job, input));

async function work<J extends Job>(job: J, input: unknown): Promise<void> {
  begin(beat);
  try {
    const run = JOBS[job] as (input: Input<J>, beat: Heartbeat) => Promise<unknown>;
    parentPort?.postMessage({ output: await run(input as Input<J>, beat) });
  } catch (error) {
    parentPort?.postMessage({ failure: failureOf(error) });
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof InputError) return { kind: 'input', message: error.message };
  if (error instanceof ClaimFault) {
    const { message, claim, instance } = error;
    return { kind: 'claim', message, claim, instance };
  }
  return { kind: 'other', message: messageOf(error) };
}
