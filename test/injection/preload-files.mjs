/**
 * Disturbs the main thread at one of its operations on files. With INJECT_AT=0 it only counts them. Errors are not for files that are only
 * read: those are of the package, and a page without its pictures says so.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const at = Number(process.env.INJECT_AT);
const what = process.env.INJECT_DO;
const written = new WeakSet();
let count = 0;

function disturbed(original, args, self, isWrite) {
  count += 1;
  const isRead = (self instanceof handles.constructor && !written.has(self)) || String(args[0]).endsWith('docs');
  if (count !== at || (isRead && what !== 'kill')) return Reflect.apply(original, self, args);
  if (what !== 'kill') return Promise.reject(Object.assign(new Error(`${what}: injected`), { code: what }));
  // A part of the bytes may have come to the disk.
  if (isWrite) fs.writeSync(self.fd, args[0], 0, args[0].length >> 1);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const { promises } = fs;
const handle = await promises.open(process.execPath);
const handles = Object.getPrototypeOf(handle);
await handle.close();

if (isMainThread) {
  for (const [owner, names] of [
    [promises, ['mkdir', 'rename', 'rm', 'readdir']],
    [handles, ['write', 'sync', 'stat']],
  ]) {
    for (const name of names) {
      const original = owner[name];
      owner[name] = function (...args) {
        return disturbed(original, args, this, name === 'write');
      };
    }
  }
  const { open } = promises;
  promises.open = async (...args) => {
    if (args[1] !== 'wx') return open(...args);
    const own = await disturbed(open, args, promises, false);
    written.add(own);
    return own;
  };
  syncBuiltinESMExports();
  if (at === 0) process.on('exit', () => process.stderr.write(`operations: ${count}\n`));
}
