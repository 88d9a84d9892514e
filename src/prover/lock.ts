import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from './checker.ts';

/** jscoq unpacks its library in one fixed folder, which each run clears at its start: one run at a time, on the whole machine. */
export const LOCK = join(tmpdir(), 'bonafide-jscoq.lock');

export async function withLock<T>(
  { project, signal, progress }: Pick<Job, 'project' | 'signal' | 'progress'>,
  work: () => Promise<T>,
  lock = LOCK,
): Promise<T> {
  const own = String(process.pid);
  for (let waited = false; !(await take(lock, own)); waited = true) {
    if (!waited) progress('waits for another run of the embedded checker', 0, project.sources.length);
    await sleep(200, undefined, { signal });
    if (!(await holderLives(lock))) await rm(lock, { force: true });
  }
  return work().finally(() => rm(lock, { force: true }));
}

function take(lock: string, own: string): Promise<boolean> {
  return writeFile(lock, own, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function holderLives(lock: string): Promise<boolean> {
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (!Number.isSafeInteger(holder) || holder <= 0) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
