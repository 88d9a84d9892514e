import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endInWords, type Injection, NEXT_RUN_EVERY } from './injection.ts';
import { operationsOf } from './kills.ts';
import { Broken, checkEnd, filesOf } from './scene.ts';

/** What the system answers, and what the program then says. */
export const ERRORS: readonly (readonly [string, string])[] = [
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EROFS', 'the file system is read-only'],
  ['EACCES', 'permission denied'],
  ['EIO', 'EIO: injected'],
];

const run = promisify(execFile);

/** Works in a small file system of its own; null where none can be mounted. */
export async function onSmallDisk<T>(folder: string, options: string, work: () => Promise<T>): Promise<T | null> {
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).catch(() => null);
  if (!mounted) return null;
  try {
    return await work();
  } finally {
    await run('umount', [folder]);
  }
}

export const FILES: readonly Injection[] = [
  {
    what: 'an error of the system at one of its operations on files: no space, no quota, read-only, no permission, broken disk',
    times: (moments) => Math.ceil(moments / 4),
    inject: async (scene, random, index) => {
      const place = await scene.place();
      const [code, words] = ERRORS[random.integer(0, ERRORS.length - 1)] ?? ['', ''];
      const at = random.integer(1, await operationsOf(scene));
      const env = { INJECT_AT: String(at), INJECT_DO: code };
      const end = await scene.run(place, { preload: './preload-files.mjs', env }).ended;
      checkEnd(end, [0, 2], new RegExp(`^bonafide: cannot .*: ${words}$`, 'm'));
      await scene.checkWhole(place);
      if (end.code === 0) await scene.checkNew(place);
      else if (index % NEXT_RUN_EVERY === 0) await scene.checkNext(place);
      return endInWords(end);
    },
  },
  {
    what: 'a disk of 8 to 400 KiB that fills up',
    times: (moments) => Math.ceil(moments / 10),
    inject: async (scene, random) => {
      const place = await scene.place();
      const folder = join(place, 'disk');
      await mkdir(folder);
      const size = random.integer(2, 100) * 4;
      const more = ['--out', 'disk/out', '--counterexamples', 'disk/kept'];
      const words = await onSmallDisk(folder, `size=${size}k`, async () => {
        const end = await scene.run(place, { more }).ended;
        checkEnd(end, [0, 2], /^bonafide: cannot .*: the disk is full$/m);
        if ((await scene.checkWhole(folder)) > 0) throw new Broken('a temporary file stays on the full disk');
        return endInWords(end);
      });
      return words ?? 'not tried: no file system can be mounted here';
    },
  },
  {
    what: 'files of at most 1 to 64 KiB (`ulimit -f`)',
    times: (moments) => Math.ceil(moments / 10),
    inject: async (scene, random) => {
      const place = await scene.place();
      const bash = `ulimit -f ${random.integer(1, 64)}; exec "$@"`;
      const end = await scene.run(place, { bash }).ended;
      checkEnd(end, [0, 2], /^bonafide: cannot write .*: the file would be larger than allowed$/m);
      if ((await scene.checkWhole(place)) > 0) throw new Broken('a temporary file stays');
      await scene.checkNext(place);
      return endInWords(end);
    },
  },
  {
    what: 'a read-only folder, a file in the place of a folder',
    times: () => 3,
    inject: async (scene, _, index) => {
      const place = await scene.place();
      if (index === 0) return inReadOnly(scene, place);
      const name = index === 1 ? 'out' : 'kept';
      await rm(join(place, name), { recursive: true });
      await writeFile(join(place, name), 'mine');
      const end = await scene.run(place).ended;
      checkEnd(
        end,
        [2],
        new RegExp(`^bonafide: cannot (make|read) the folder ${name}: it is a file$|a part of its path`, 'm'),
      );
      if ((await filesOf(place)).get(name) !== 'mine') throw new Broken(`the file ${name} is not as it was`);
      return endInWords(end);
    },
  },
  {
    what: 'its folders removed under way',
    times: (moments) => Math.ceil(moments / 8),
    inject: async (scene, random, index) => {
      const place = await scene.place();
      const { ended } = scene.run(place);
      const remove = async (): Promise<void> => {
        for (const name of ['out', 'kept'])
          await rm(join(place, name), { recursive: true, force: true, maxRetries: 9 });
      };
      const timer = setTimeout(
        () => void remove().catch(() => undefined),
        random.integer(0, Math.round(scene.duration)),
      );
      const end = await ended;
      clearTimeout(timer);
      checkEnd(end, [0, 2], /^bonafide: cannot .*: there is no such file or folder$/m);
      await scene.checkWhole(place);
      if (index % NEXT_RUN_EVERY === 0) await scene.checkNext(place);
      return endInWords(end);
    },
  },
  {
    what: 'three runs into one folder at the same time',
    times: (moments) => Math.ceil(moments / 20),
    inject: async (scene) => {
      const place = await scene.place();
      const ends = await Promise.all([1, 2, 3].map(() => scene.run(place).ended));
      for (const end of ends) checkEnd(end, [0]);
      if ((await scene.checkWhole(place)) > 0) throw new Broken('a temporary file stays');
      await scene.checkNew(place);
      return 'exit code 0 of all';
    },
  },
];

async function inReadOnly(scene: Parameters<Injection['inject']>[0], place: string): Promise<string> {
  const folder = join(place, 'disk');
  await mkdir(folder);
  const words = await onSmallDisk(folder, 'ro', async () => {
    const end = await scene.run(place, { more: ['--out', 'disk/out'] }).ended;
    checkEnd(end, [2], /^bonafide: cannot write to the folder disk\/out: the file system is read-only$/m);
    return endInWords(end);
  });
  return words ?? 'not tried: no file system can be mounted here';
}
