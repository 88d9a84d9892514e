import { ClaimFault } from '../claims/fault.ts';
import type { Task } from './messages.ts';
import { type Asking, PoolThread } from './pool-thread.ts';
import { ClaimStopped } from './stopped.ts';

/** No instance takes a claim of the catalogue 1 % of this. */
export const STALL_SECONDS = 120;

/** The code of a claim gave no answer. */
export type NoAnswer = ClaimStopped | ClaimFault;

export interface PoolOptions extends Pick<Asking, 'onReply'> {
  /** The address of the module of the catalogue. */
  readonly catalogue: string;
  readonly workers: number;
  /** Ends the work. Unfinished tasks get no reply. */
  readonly signal?: AbortSignal;
  /** Begins no further task, and lets surveys reply with what they have found so far. */
  readonly ending?: AbortSignal;
  /** Told several times a second how many instances a survey has looked at, in all of its parts. */
  readonly onLook?: Asking['onLook'];
  /** Told of a claim whose code gave no answer; the other work goes on. An error that it throws ends the work, as such a claim does without it. */
  readonly onNoAnswer?: (why: NoAnswer) => void;
  /** A claim that spends longer on one instance is stopped. */
  readonly stallSeconds?: number;
}

/**
 * Does tasks on worker threads, so that the main thread stays free for progress and Ctrl-C. Tasks are independent and carry their own
 * seeds. The number of workers therefore changes only the order of the replies. A thread that dies is replaced.
 *
 * An error that `onReply` throws ends the work. A thread gets its next task when the last reply has been handled.
 *
 * @throws without `onNoAnswer`: ClaimFault where a claim's code throws on an instance; ClaimStopped where it ends its thread or does not
 * return.
 */
export async function runTasks(tasks: readonly Task[], options: PoolOptions): Promise<void> {
  const { signal, ending, workers, catalogue } = options;
  const waiting = [...tasks];
  const threads = new Set<PoolThread>();
  const open = (): PoolThread => {
    const thread = new PoolThread(catalogue);
    threads.add(thread);
    return thread;
  };
  const stop = (): Promise<unknown> => Promise.all([...threads].map((thread) => thread.end()));
  const onAbort = (): void => void stop();
  const end = (): void => {
    for (const thread of threads) thread.askToEnd();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  ending?.addEventListener('abort', end, { once: true });
  // A lane that fails ends the others: what they still hear of is their own threads being ended.
  const over = new AbortController();
  const lanes = Array.from({ length: Math.min(workers, tasks.length) }, () =>
    serve(open, waiting, { ...options, over: over.signal }),
  );
  try {
    await Promise.all(lanes);
  } finally {
    over.abort();
    signal?.removeEventListener('abort', onAbort);
    ending?.removeEventListener('abort', end);
    await stop();
    await Promise.allSettled(lanes);
  }
}

/** Does waiting tasks on one thread after another, until none is left or a signal ends the work. */
async function serve(
  open: () => PoolThread,
  waiting: Task[],
  options: PoolOptions & { readonly over: AbortSignal },
): Promise<void> {
  const { signal, ending, over, onReply, onLook, onNoAnswer, stallSeconds = STALL_SECONDS } = options;
  let thread = open();
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    if (signal?.aborted || ending?.aborted || over.aborted) return;
    if (thread.isDead) thread = open();
    try {
      await thread.ask(task, { onReply, onLook, stallSeconds });
    } catch (error) {
      const isStopped = error instanceof ClaimStopped;
      if (over.aborted || (isStopped && signal?.aborted)) return;
      if (isStopped && thread.isDoubtful) {
        // On a thread of its own it is certain whose code it is.
        waiting.unshift(task);
        continue;
      }
      if (!onNoAnswer || !isNoAnswerOf(error, task)) throw error;
      onNoAnswer(error);
    }
  }
}

/** Whether an error comes from the code of the claim that a task is about. */
function isNoAnswerOf(error: unknown, task: Task): error is NoAnswer {
  if (task.kind === 'region') return false;
  if (error instanceof ClaimFault) return error.claim === task.claim;
  return error instanceof ClaimStopped && 'claim' in error.whose && error.whose.claim === task.claim;
}
