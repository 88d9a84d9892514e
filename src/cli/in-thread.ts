import { ClaimFault } from '../claims/fault.ts';
import { InputError } from '../policy/errors.ts';
import { watch } from '../run/heartbeat.ts';
import { startThread, type Thread } from '../run/start-worker.ts';
import { ended, failed, stalled, type Whose } from '../run/stopped.ts';
import type { Context } from './context.ts';
import { Interrupted } from './interrupted.ts';
import type { Failure } from './job-worker.ts';
import type { Input, Job, Output } from './jobs.ts';

/** The code of claims that a job runs: its owner, and the seconds without an answer after which it is stopped. */
export interface ClaimCode {
  readonly whose: Whose;
  readonly stallSeconds: number;
}

/** Told several times a second how many instances a job has looked at. */
type OnLook = (instances: number) => void;

type Reply = { readonly output: unknown } | { readonly failure: Failure };

/** Idle threads, kept for the next jobs. There are as many threads as ever worked at the same time. */
const idle: Thread[] = [];

/** Starts a thread. What a claim left behind on it, such as a timer, may end it while it is idle; then it is no longer kept. */
function open(catalogue: string): Thread {
  const thread = startThread('src/cli/job-worker', catalogue);
  // Its end follows.
  thread.worker.on('error', () => undefined);
  thread.worker.on('exit', () => {
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
  });
  return thread;
}

/**
 * Does a job on a separate thread. A computing thread cannot handle signals, so the main thread must not compute.
 * @throws Interrupted as soon as the signal comes, whatever the job is doing; ClaimStopped where the code of a claim ends the thread or
 * does not return; otherwise whatever the job throws.
 */
export async function inThread<J extends Job>(
  job: J,
  input: Input<J>,
  { signal, catalogue }: Pick<Context, 'signal' | 'catalogue'>,
  code: ClaimCode | null = null,
  onLook?: OnLook,
): Promise<Output<J>> {
  if (signal.aborted) throw new Interrupted('interrupted');
  const thread = idleWith(catalogue) ?? open(catalogue);
  thread.worker.ref();
  const reply = await ask(thread, { job, input }, signal, { code, onLook });
  thread.worker.unref();
  idle.push(thread);
  if ('failure' in reply) throw errorOf(reply.failure);
  return reply.output as Output<J>;
}

/** Starts a thread before there is a job for it, so that it loads its modules meanwhile. */
export function prepareThread({ catalogue }: Pick<Context, 'catalogue'>): void {
  const thread = idleWith(catalogue) ?? open(catalogue);
  thread.worker.unref();
  idle.push(thread);
}

/** Takes an idle thread that has loaded this catalogue. */
function idleWith(catalogue: string): Thread | undefined {
  const index = idle.findIndex((thread) => thread.catalogue === catalogue);
  return index === -1 ? undefined : idle.splice(index, 1)[0];
}

/** The thread's reply. If none comes, the thread is terminated. */
function ask(
  { worker, beat }: Thread,
  message: object,
  signal: AbortSignal,
  { code: claimCode, onLook }: { readonly code: ClaimCode | null; readonly onLook: OnLook | undefined },
): Promise<Reply> {
  const done = new AbortController();
  return new Promise<Reply>((resolve, reject) => {
    const fail = (error: Error): void => {
      void worker.terminate();
      reject(error);
    };
    const interrupt = (): void => fail(new Interrupted('interrupted'));
    const throws = (error: Error): void => fail(claimCode ? failed(claimCode.whose, error) : error);
    signal.addEventListener('abort', interrupt, { once: true, signal: done.signal });
    const exit = (code: number): void =>
      fail(claimCode ? ended(claimCode.whose, code) : new Error('a thread ended before its job'));
    worker.on('message', resolve).on('error', throws).on('exit', exit);
    // Removes these listeners only: the worker has others of its own.
    done.signal.addEventListener('abort', () => worker.off('message', resolve).off('error', throws).off('exit', exit));
    const stallSeconds = claimCode?.stallSeconds ?? Number.POSITIVE_INFINITY;
    const stall = (): void => (claimCode ? fail(stalled(claimCode.whose, stallSeconds)) : undefined);
    if (claimCode || onLook) done.signal.addEventListener('abort', watch(beat, stallSeconds, stall, onLook));
    worker.postMessage(message);
  }).finally(() => done.abort());
}

function errorOf({ kind, message, claim, instance }: Failure): Error {
  if (kind === 'claim' && claim !== undefined && instance) return new ClaimFault(claim, instance, message);
  return kind === 'input' ? new InputError(message) : new Error(message);
}
