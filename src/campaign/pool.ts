import { Worker } from 'node:worker_threads';
import { ClaimFault } from '../claims/fault.ts';
import type { Reply, Task } from './messages.ts';

export interface PoolOptions {
  readonly workers: number;
  /** Ends the work: tasks not done by then get no reply. */
  readonly signal?: AbortSignal;
  /** What it throws ends the work. A thread gets its next task when the reply to the last one is dealt with. */
  readonly onReply: (reply: Reply) => void | Promise<void>;
}

/**
 * Does tasks on worker threads, so that the main thread stays free for progress and Ctrl-C. Tasks are independent and carry
 * their own seeds, hence what they reply does not depend on the number of workers, only the order does.
 */
export async function runTasks(tasks: readonly Task[], { workers, signal, onReply }: PoolOptions): Promise<void> {
  const waiting = [...tasks];
  const threads = Array.from({ length: Math.min(workers, tasks.length) }, startWorker);
  const stop = (): void => threads.forEach((thread) => void thread.terminate());
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(threads.map((thread) => serve(thread, waiting, signal, onReply)));
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Hands waiting tasks to one thread until none is left, it fails or the campaign is ended. */
function serve(
  thread: Worker,
  waiting: Task[],
  signal: AbortSignal | undefined,
  take: PoolOptions['onReply'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = signal?.aborted ? undefined : waiting.shift();
      if (task) thread.postMessage(task);
      else resolve();
    };
    const answer = async (reply: Reply): Promise<void> => {
      if (reply.kind === 'failed') {
        const { claim, message, instance } = reply;
        throw instance ? new ClaimFault(claim, instance, message) : new Error(`claim ${claim}: ${message}`);
      }
      await take(reply);
      if (reply.kind !== 'progress') next();
    };
    thread.on('message', (reply: Reply) => void answer(reply).catch(reject));
    thread.on('error', reject);
    thread.on('exit', () => (signal?.aborted ? resolve() : reject(new Error('a worker thread ended early'))));
    next();
  });
}

/**
 * Starts a thread on worker.js of the build or on worker.ts of the sources. Node 20 gives a thread no TypeScript loader, so
 * there the thread first registers tsx.
 */
function startWorker(): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL('./worker.js', here));
  const modules = JSON.stringify(['tsx/esm/api', 'tsx/cjs/api'].map((name) => import.meta.resolve(name)));
  const entry = new URL('./worker.ts', here).href;
  const load = '(loaders) => { for (const { register } of loaders) register(); }';
  const code = `Promise.all(${modules}.map((name) => import(name))).then(${load}).then(() => import(${JSON.stringify(entry)}));`;
  return new Worker(code, { eval: true });
}
