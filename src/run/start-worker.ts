import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { moduleAt, PACKAGE } from '../io/place.ts';
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
  const beat = heartbeat();
  const [built, known] = [builtOf(moduleAt(module)), builtOf(catalogue)];
  const worker =
    built && known
      ? startWorker(built, { beat, catalogue: known })
      : startWorker(moduleAt(module), { beat, catalogue });
  return { beat, catalogue, worker };
}

/** The folder of a build that is as new as the sources. The tests, which run the sources, name it: its threads start in a tenth of the time. */
const BUILD = process.env.BONAFIDE_BUILD;

/** The address that a module of the sources has in that build; null without one, or where the build does not have the module. */
function builtOf(address: string): string | null {
  const [, name] = address.split(`${pathToFileURL(PACKAGE).href}/`);
  if (BUILD === undefined || !name?.endsWith('.ts')) return null;
  const file = join(BUILD, name.replace(/\.ts$/, '.js'));
  return existsSync(file) ? pathToFileURL(file).href : null;
}

function startWorker(entry: string, workerData: ThreadData): Worker {
  if (!entry.endsWith('.ts')) return new Worker(new URL(entry), { workerData });
  const modules = JSON.stringify(['tsx/esm/api', 'tsx/cjs/api'].map((loader) => import.meta.resolve(loader)));
  const load = '(loaders) => { for (const { register } of loaders) register(); }';
  const code = `Promise.all(${modules}.map((name) => import(name))).then(${load}).then(() => import(${JSON.stringify(entry)}));`;
  return new Worker(code, { eval: true, workerData });
}
