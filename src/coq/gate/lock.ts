import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../io/is-alive.ts';
import { readRegularText } from '../../io/read-text.ts';
import { InputError } from '../../policy/errors.ts';
import type { Job } from './checker.ts';

/**
 * jscoq unpacks its library in /tmp/jscoq, whatever TMPDIR says, and each run clears that folder at its start. So only one run at a time
 * is possible on the whole machine.
 */
export const LOCK = join('/tmp', 'bonafide-jscoq.lock');

export async function withLock<T>(
  { project, signal, progress }: Pick<Job, 'project' | 'signal' | 'progress'>,
  work: () => Promise<T>,
  lock = LOCK,
): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  for (let waited = false; !(await take(lock)); waited = true) {
    if (!waited) {
      const what = `waits for another run of the embedded checker, which holds ${lock}`;
      progress(what, 0, project.sources.length);
    }
    await sleep(200, undefined, { signal });
  }
  return work().finally(() => rm(lock, { force: true }));
}

/**
 * Makes the lock, which names this process; false where another live process has it. The lock of a dead process is removed only by the
 * process that holds a second lock for the removal, and only while the content is unchanged. So no two processes remove it, and none
 * removes the lock of the next process.
 */
export async function take(lock: string): Promise<boolean> {
  if (await make(lock)) return true;
  const stale = await held(lock);
  if (stale === null || isAlive(Number(stale.split(' ')[0]))) return false;
  const clearing = `${lock}.${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
  if (!(await take(clearing))) return false;
  try {
    if ((await held(lock)) === stale) await rm(lock);
  } finally {
    await rm(clearing);
  }
  return make(lock);
}

/** Makes a lock and its content in one step, or not at all. So nobody sees an empty lock. */
async function make(lock: string): Promise<boolean> {
  const own = `${lock}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(own, `${process.pid} ${own}`, { flag: 'wx' });
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** The content of a lock; null where it is gone. @throws InputError where it is not a file or cannot be read. */
async function held(lock: string): Promise<string | null> {
  try {
    return await readRegularText(lock);
  } catch (error) {
    if (error instanceof InputError && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT')
      return null;
    throw error;
  }
}
