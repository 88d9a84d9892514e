import { Worker } from 'node:worker_threads';
import { moduleAt } from '../io/place.ts';
import { type Heartbeat, heartbeat } from './heartbeat.ts';

/** What a thread is started with. */
export interface ThreadData {
  /** The counter that it shares with its watcher. */
  readonly beat: Heartbeat;
  /** The address of the module of the catalogue. */
  readonly catalogue: string;
}

export interface Thread extends ThreadData {
  readonly worker: Worker;
}

/**
 * Starts a thread that runs a module, such as src/run/worker. Threads of Node 20 have no TypeScript loader, so in the sources the thread
 * registers tsx first.
 */
export function startThread(module: string, catalogue: string): Thread {
  const data = { beat: heartbeat(), catalogue };
  return { ...data, worker: startWorker(moduleAt(module), data) };
}

function startWorker(entry: string, workerData: ThreadData): Worker {
  if (!entry.endsWith('.ts')) return new Worker(new URL(entry), { workerData });
  const modules = JSON.stringify(['tsx/esm/api', 'tsx/cjs/api'].map((loader) => import.meta.resolve(loader)));
  const load = '(loaders) => { for (const { register } of loaders) register(); }';
  const code = `Promise.all(${modules}.map((name) => import(name))).then(${load}).then(() => import(${JSON.stringify(entry)}));`;
  return new Worker(code, { eval: true, workerData });
}
