import { ClaimFault } from '../claims/fault.ts';
import { askToEnd, watch } from './heartbeat.ts';
import type { Reply, Task } from './messages.ts';
import { startThread, type Thread } from './start-worker.ts';
import { ended, failed, stalled, type Whose } from './stopped.ts';

/** No instance takes a claim of the catalogue 1 % of this. */
export const STALL_SECONDS = 120;

export interface PoolOptions {
  /** The address of the module of the catalogue. */
  readonly catalogue: string;
  readonly workers: number;
  /** Ends the work. Unfinished tasks get no reply. */
  readonly signal?: AbortSignal;
  /** Begins no further task, and lets surveys reply with what they have found so far. */
  readonly ending?: AbortSignal;
  /** An error that it throws ends the work. A thread gets its next task when the last reply has been handled. */
  readonly onReply: (reply: Reply) => void | Promise<void>;
  /** Told several times a second how many instances a survey has looked at, in all of its parts. */
  readonly onLook?: (claim: string, instances: number) => void;
  /** A claim that spends longer on one instance is stopped, and all work with it. */
  readonly stallSeconds?: number;
}

/**
 * Does tasks on worker threads, so that the main thread stays free for progress and Ctrl-C. Tasks are independent and carry their own
 * seeds. The number of workers therefore changes only the order of the replies.
 *
 * @throws ClaimFault where a claim's code throws on an instance; ClaimStopped where it ends its thread or does not return.
 */
export async function runTasks(
  tasks: readonly Task[],
  { catalogue, workers, stallSeconds = STALL_SECONDS, ...options }: PoolOptions,
): Promise<void> {
  const { signal, ending } = options;
  const waiting = [...tasks];
  const threads = Array.from({ length: Math.min(workers, tasks.length) }, () =>
    startThread('src/run/worker', catalogue),
  );
  const stop = (): void => threads.forEach(({ worker }) => void worker.terminate());
  const end = (): void => {
    for (const { beat } of threads) askToEnd(beat);
  };
  signal?.addEventListener('abort', stop, { once: true });
  ending?.addEventListener('abort', end, { once: true });
  try {
    await Promise.all(threads.map((thread) => serve(thread, waiting, { ...options, stallSeconds })));
  } finally {
    signal?.removeEventListener('abort', stop);
    ending?.removeEventListener('abort', end);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

type Service = Omit<PoolOptions, 'catalogue' | 'workers' | 'stallSeconds'> & { readonly stallSeconds: number };

/** Gives waiting tasks to one thread until none is left, the thread fails or the signal ends the work. */
function serve({ worker, beat }: Thread, waiting: Task[], service: Service): Promise<void> {
  const { signal, ending, onReply, onLook, stallSeconds } = service;
  let unwatch = (): void => undefined;
  let current: Whose = { claim: '' };
  const served = new Promise<void>((resolve, reject) => {
    const next = (): void => {
      unwatch();
      const task = signal?.aborted || ending?.aborted ? undefined : waiting.shift();
      if (!task) {
        resolve();
        return;
      }
      current = { claim: nameOf(task) };
      if (task.kind !== 'region') {
        const onStall = (): void => reject(stalled(current, stallSeconds));
        unwatch = watch(beat, stallSeconds, onStall, (count) => onLook?.(task.claim, count));
      }
      worker.postMessage(task);
    };
    const answer = async (reply: Reply): Promise<void> => {
      if (reply.kind === 'failed') {
        const { claim, message, instance } = reply;
        throw instance ? new ClaimFault(claim, instance, message) : new Error(`claim ${claim}: ${message}`);
      }
      if (reply.kind !== 'progress') unwatch();
      await onReply(reply);
      if (reply.kind !== 'progress') next();
    };
    worker.on('message', (reply: Reply) => void answer(reply).catch(reject));
    worker.on('error', (error) => reject(failed(current, error.message)));
    worker.on('exit', (code) => (signal?.aborted ? resolve() : reject(ended(current, code))));
    next();
  });
  return served.finally(() => unwatch());
}

function nameOf(task: Task): string {
  return task.kind === 'region' ? task.inequality : task.claim;
}
