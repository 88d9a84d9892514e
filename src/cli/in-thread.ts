import type { Worker } from 'node:worker_threads';
import { startWorker } from '../campaign/start-worker.ts';
import { ClaimFault } from '../claims/fault.ts';
import { InputError } from '../policy/errors.ts';
import type { Failure } from './job-worker.ts';
import type { Input, Job, Output } from './jobs.ts';

/** A signal ended the work before it was done. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

type Reply = { readonly output: unknown } | { readonly failure: Failure };

/** A thread that waits for its next job, so that each need not start one. */
let idle: Worker | null = null;

/**
 * Does a job on a thread of its own: a thread that computes hears no signal, so the main one must not.
 * @throws Interrupted as soon as the signal comes, whatever the job is doing; otherwise what the job throws.
 */
export async function inThread<J extends Job>(job: J, input: Input<J>, signal: AbortSignal): Promise<Output<J>> {
  if (signal.aborted) throw new Interrupted('interrupted');
  const thread = idle ?? startWorker(import.meta.url, 'job-worker');
  idle = null;
  thread.ref();
  const reply = await ask(thread, { job, input }, signal);
  thread.unref();
  idle = thread;
  if ('failure' in reply) throw errorOf(reply.failure);
  return reply.output as Output<J>;
}

/** The thread's reply; where it does not come, the thread is ended. */
function ask(thread: Worker, message: object, signal: AbortSignal): Promise<Reply> {
  const done = new AbortController();
  return new Promise<Reply>((resolve, reject) => {
    const fail = (error: Error): void => {
      void thread.terminate();
      reject(error);
    };
    const interrupt = (): void => fail(new Interrupted('interrupted'));
    signal.addEventListener('abort', interrupt, { once: true, signal: done.signal });
    const exit = (): void => fail(new Error('a thread ended before its job'));
    thread.on('message', resolve).on('error', fail).on('exit', exit);
    // Not all listeners: the thread has some of its own.
    done.signal.addEventListener('abort', () => thread.off('message', resolve).off('error', fail).off('exit', exit));
    thread.postMessage(message);
  }).finally(() => done.abort());
}

function errorOf({ kind, message, claim, instance }: Failure): Error {
  if (kind === 'claim' && claim !== undefined && instance) return new ClaimFault(claim, instance, message);
  return kind === 'input' ? new InputError(message) : new Error(message);
}
