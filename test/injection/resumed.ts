import { mkdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Random } from '../../src/search/random.ts';
import type { Ended, Running, Surroundings } from './command.ts';
import { ERRORS, onSmallDisk } from './files.ts';
import { endInWords, type Injection } from './injection.ts';
import { Broken, checkEnd, filesOf, type Scene } from './scene.ts';

/** A run with `--resume` on two threads writes its pieces while it searches. */
interface Place {
  readonly folder: string;
  /** The folder of the pieces, beside it. */
  readonly pieces: string;
}

async function placeIn(scene: Scene): Promise<Place> {
  const folder = await scene.place();
  return { folder, pieces: `${folder}.pieces` };
}

function resume(scene: Scene, { folder, pieces }: Place, how: Omit<Surroundings, 'cwd'> = {}): Running {
  return scene.run(folder, { ...how, more: ['--resume', pieces], workers: 2 });
}

/** Far longer than such a run takes. */
const NEVER_SECONDS = 120;

/** @throws Broken where the run does not come to an end, as one did of which a thread waited for another one. */
async function endOf({ child, ended }: Running): Promise<Ended> {
  const over = new AbortController();
  const late = setTimeout(NEVER_SECONDS * 1000, null, { signal: over.signal }).catch(() => null);
  const end = await Promise.race([ended, late]);
  over.abort();
  if (end) return end;
  child.kill('SIGKILL');
  throw new Broken('it does not end');
}

/** @throws Broken unless the pieces are whole and the same command ends well and leaves what an undisturbed run leaves. */
async function checkResumed(scene: Scene, place: Place): Promise<void> {
  await scene.checkWhole(place.folder);
  for (const [path, text] of await filesOf(place.pieces).catch(() => new Map<string, string>()))
    if (path.endsWith('.json') && !/\}\n$/.test(text)) throw new Broken(`${path} is not whole`);
  const end = await endOf(resume(scene, place));
  if (end.code !== 0) throw new Broken(`the same command ends with ${end.code}: ${end.err}`);
  if (/is damaged|it is done again/.test(end.err)) throw new Broken(`it finds what is not whole: ${end.err}`);
  await scene.checkNew(place.folder);
}

let operations: Promise<number> | null = null;

/** One of the file operations of an undisturbed run. */
async function someOperation(scene: Scene, random: Random): Promise<number> {
  operations ??= (async () => {
    const how = { preload: './preload-files.mjs', env: { INJECT_AT: '0' } };
    const { err } = await endOf(resume(scene, await placeIn(scene), how));
    return Number(/operations: (\d+)/.exec(err)?.[1]);
  })();
  return random.integer(1, await operations);
}

export const RESUMED: readonly Injection[] = [
  {
    what: 'with `--resume` on two threads: an error of the system at one of its operations on files',
    times: (moments) => Math.ceil(moments / 4),
    inject: async (scene, random) => {
      const place = await placeIn(scene);
      const [code, words] = ERRORS[random.integer(0, ERRORS.length - 1)] ?? ['', ''];
      const env = { INJECT_AT: String(await someOperation(scene, random)), INJECT_DO: code };
      const end = await endOf(resume(scene, place, { preload: './preload-files.mjs', env }));
      checkEnd(end, [0, 2], new RegExp(`^bonafide: cannot .*: ${words}$`, 'm'));
      if (/ended its thread/.test(end.err)) throw new Broken(`it blames a claim: ${end.err}`);
      await checkResumed(scene, place);
      return endInWords(end);
    },
  },
  {
    what: 'with `--resume` on two threads: `kill -9` before one of its operations on files, or amid a write',
    times: (moments) => Math.ceil(moments / 4),
    inject: async (scene, random) => {
      const place = await placeIn(scene);
      const env = { INJECT_AT: String(await someOperation(scene, random)), INJECT_DO: 'kill' };
      const end = await endOf(resume(scene, place, { preload: './preload-files.mjs', env }));
      await checkResumed(scene, place);
      return endInWords(end);
    },
  },
  {
    what: 'with `--resume` on two threads: a disk of 4 to 24 KiB for the pieces',
    times: (moments) => Math.ceil(moments / 10),
    inject: async (scene, random) => {
      const place = await placeIn(scene);
      await mkdir(place.pieces);
      const words = await onSmallDisk(place.pieces, `size=${random.integer(1, 6) * 4}k`, async () => {
        const end = await endOf(resume(scene, place));
        checkEnd(end, [0, 2], /^bonafide: cannot .*: the disk is full$/m);
        if (/ended its thread/.test(end.err)) throw new Broken(`it blames a claim: ${end.err}`);
        return endInWords(end);
      });
      await checkResumed(scene, place);
      return words ?? 'not tried: no file system can be mounted here';
    },
  },
];
