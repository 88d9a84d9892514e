/** Ends one thread of the process: the one of this number, after so many milliseconds. */
import { syncBuiltinESMExports } from 'node:module';
import threads, { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { Worker } = threads;
  let left = Number(process.env.INJECT_THREAD);
  threads.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      left -= 1;
      if (left === 0) setTimeout(() => void this.terminate(), Number(process.env.INJECT_AFTER)).unref();
    }
  };
  syncBuiltinESMExports();
}
