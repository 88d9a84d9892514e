import { parentPort, workerData } from 'node:worker_threads';
import type { Catalogue } from '../claims/catalogue.ts';
import { ClaimFault, messageOf } from '../claims/fault.ts';
import type { InstanceJson } from '../claims/instance-schema.ts';
import { InputError } from '../policy/errors.ts';
import { catalogueAt } from '../run/catalogue.ts';
import { begin } from '../run/heartbeat.ts';
import type { ThreadData } from '../run/start-worker.ts';
import { type Input, JOBS, type Job, type Means } from './jobs.ts';

/** An error in a form that crosses threads; classes of errors do not. */
export interface Failure {
  readonly kind: 'input' | 'claim' | 'other';
  readonly message: string;
  readonly claim?: string;
  readonly instance?: InstanceJson;
}

const { beat, catalogue: address } = workerData as ThreadData;
let loaded: Promise<Catalogue> | undefined;
const catalogue = (): Promise<Catalogue> => {
  loaded ??= catalogueAt(address);
  return loaded;
};

/** A thread that does the jobs it receives, one after another. */
parentPort?.on('message', ({ job, input }: { job: Job; input: unknown }) => void work(job, input));

async function work<J extends Job>(job: J, input: unknown): Promise<void> {
  begin(beat);
  try {
    const run = JOBS[job] as (input: Input<J>, means: Means) => Promise<unknown>;
    parentPort?.postMessage({ output: await run(input as Input<J>, { beat, catalogue }) });
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
