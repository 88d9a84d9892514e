import { Worker } from 'node:worker_threads';
import { type Heartbeat, heartbeat } from './heartbeat.ts';

/** A thread with the counter that it shares with its watcher. */
export interface Thread {
  readonly worker: Worker;
  readonly beat: Heartbeat;
}

/**
 * Starts a thread on NAME.js of the build or on NAME.ts of the sources, beside the module of the given address. Node 20 gives a thread no
 * TypeScript loader, so there the thread first registers tsx.
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
