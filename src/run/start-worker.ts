import { Worker } from 'node:worker_threads';
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
 * Starts a thread that runs NAME.js (in the build) or NAME.ts (in the sources), from the folder of the module `besides`. Threads of
 * Node 20 have no TypeScript loader, so in the sources the thread registers tsx first.
 */
export function startThread(besides: string, name: string, catalogue: string): Thread {
  const data = { beat: heartbeat(), catalogue };
  return { ...data, worker: startWorker(besides, name, data) };
}

function startWorker(besides: string, name: string, workerData: ThreadData): Worker {
  if (!besides.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, besides), { workerData });
  const modules = JSON.stringify(['tsx/esm/api', 'tsx/cjs/api'].map((loader) => import.meta.resolve(loader)));
  const entry = new URL(`./${name}.ts`, besides).href;
  const load = '(loaders) => { for (const { register } of loaders) register(); }';
  const code = `Promise.all(${modules}.map((name) => import(name))).then(${load}).then(() => import(${JSON.stringify(entry)}));`;
  return new Worker(code, { eval: true, workerData });
}
