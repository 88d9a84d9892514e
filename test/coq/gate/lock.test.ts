import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { LOCK, take, withLock } from '../../../src/coq/gate/lock.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { tiny } from './tiny.ts';

afterEach(() => void vi.unstubAllEnvs());

/** The number of a process that is gone. */
const gone = spawnSync(process.execPath, ['-e', '']).pid;

async function job(signal = new AbortController().signal): Promise<Parameters<typeof withLock>[0]> {
  return { project: (await tiny()).project, signal, progress: () => undefined };
}

const nothing = async (): Promise<void> => undefined;

test('the lock lies where jscoq unpacks its library, whatever the environment says', async () => {
  expect(dirname(LOCK)).toBe('/tmp');
  vi.stubEnv('TMPDIR', '/nowhere');
  // With a query it is another module, loaded anew; the one that other tests share stays as it is.
  const anew = new URL('../../../src/coq/gate/lock.ts?anew', import.meta.url).href;
  expect((await import(anew)).LOCK).toBe(LOCK);
});

test('one has it at a time, and nothing of it is left', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  let inside = 0;
  const work = async (): Promise<void> => {
    inside++;
    await setTimeout(20);
    expect(inside--).toBe(1);
  };
  const given = await job();
  await Promise.all([1, 2, 3].map(() => withLock(given, work, lock)));
  expect(await readdir(dirname(lock))).toEqual([]);
});

test('of many that find the lock of one that is gone, one gets it', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  for (let round = 0; round < 30; round++) {
    await writeFile(lock, `${gone} ${round}`);
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(lock)));
    expect(taken.filter(Boolean).length).toBeLessThanOrEqual(1);
    if (!taken.includes(true)) expect(await take(lock)).toBe(true);
    expect(await readdir(dirname(lock))).toEqual([basename(lock)]);
    await rm(lock);
  }
});

test('one that was ended while it cleared a lock is no obstacle', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  const said = `${gone} x`;
  await writeFile(lock, said);
  const clearing = createHash('sha256').update(said).digest('hex').slice(0, 16);
  await writeFile(`${lock}.${clearing}`, `${gone} y`);
  expect(await take(lock)).toBe(true);
  expect(await readdir(dirname(lock))).toEqual([basename(lock)]);
});

test('a lock that names nobody is nobody’s', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  await writeFile(lock, '');
  expect(await take(lock)).toBe(true);
});

test('what is no lock is refused, not waited for', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  await mkdir(lock);
  await expect(withLock(await job(), nothing, lock)).rejects.toThrow(`cannot read ${lock}: it is a folder`);
});

test('who waits is told which lock it is, and hears an interruption', async () => {
  const lock = join(await temporaryFolder(), 'lock');
  await writeFile(lock, String(process.pid));
  const progress = vi.fn();
  const waiting = withLock({ ...(await job(AbortSignal.timeout(300))), progress }, nothing, lock);
  await expect(waiting).rejects.toThrow(/abort/);
  expect(progress.mock.calls).toEqual([
    [`waits for another run of the embedded checker, which holds ${lock}`, 0, expect.any(Number)],
  ]);
});
