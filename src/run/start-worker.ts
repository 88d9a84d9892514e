import { Worker } from 'node:worker_threads';
import { type Heartbeat, heartbeat } from './heartbeat.ts';

/** A thread and the counter that it shares with its watcher. */
export interface Thread {
  readonly worker: Worker;
  readonly beat: Heartbeat;
}

/**
 * Starts a thread that runs NAME.js (in the build) or NAME.ts (in the sources), from the folder of the module `besides`. Threads of
 * Node 20 have no TypeScript loader, so in the sources the thread registers tsx first.
 */
export function startThread(besides: string, name: string): Thread {
  const beat = heartbeat();
  return { beat, worker: startWorker(besides, name, beat) };
}

function startWorker(besides: string, name: string, workerData: Heartbeat): Worker {
  if (!besides.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, besides), { workerData });
  const modules = JSON.stringify(['tsx/esm/api', 'tsx/cjs/api'].map((loader) => import.meta.resolve(loader)));
  const entry = new URL(`./${name}.ts`, besides).href;
  const load = '(loaders) => { for (const { register } of loaders) register(); }';
  const code = `Promise.all(${modules}.map((name) => import(name))).then(${load}).then(() => import(${JSON.stringify(entry)}));`;
  return new Worker(code, { eval: true, workerData });
}
