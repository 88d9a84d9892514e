import { endInWords, type Injection, NEXT_RUN_EVERY } from './injection.ts';
import { Broken, checkEnd, type Scene } from './scene.ts';

/** The file operations of an undisturbed run. */
let operations: Promise<number> | null = null;

export function operationsOf(scene: Scene): Promise<number> {
  operations ??= (async () => {
    const { err } = await scene.run(await scene.place(), { preload: './preload-files.mjs', env: { INJECT_AT: '0' } })
      .ended;
    return Number(/operations: (\d+)/.exec(err)?.[1]);
  })();
  return operations;
}

export const KILLS: readonly Injection[] = [
  {
    what: '`kill -9` of the process, at any time of its run',
    times: (moments) => Math.ceil(moments / 2),
    inject: async (scene, random, index) => {
      const place = await scene.place();
      const { child, ended } = scene.run(place);
      const timer = setTimeout(() => child.kill('SIGKILL'), random.integer(0, Math.round(scene.duration)));
      const end = await ended;
      clearTimeout(timer);
      await scene.checkWhole(place);
      if (index % NEXT_RUN_EVERY === 0) await scene.checkNext(place);
      return endInWords(end);
    },
  },
  {
    what: '`kill -9` of the process before one of its operations on files, or amid a write',
    times: (moments) => Math.ceil(moments / 2),
    inject: async (scene, random, index) => {
      const place = await scene.place();
      const at = random.integer(1, await operationsOf(scene));
      const env = { INJECT_AT: String(at), INJECT_DO: 'kill' };
      const end = await scene.run(place, { preload: './preload-files.mjs', env }).ended;
      const leftovers = await scene.checkWhole(place);
      if (leftovers > 0 || index % NEXT_RUN_EVERY === 0) await scene.checkNext(place);
      return endInWords(end);
    },
  },
  {
    what: 'end of one of its threads, at any time of the run',
    times: (moments) => moments,
    inject: async (scene, random, index) => {
      const place = await scene.place();
      const env = {
        INJECT_THREAD: String(random.integer(1, 3)),
        INJECT_AFTER: String(random.integer(0, Math.round(scene.duration / 2))),
      };
      const end = await scene.run(place, { preload: './preload-threads.mjs', env, workers: 2 }).ended;
      // The first thread replays saved counterexamples.
      checkEnd(end, [0, 2, 3]);
      const isNamed = /^bonafide: (claim \S+|kept\S+: the code of the claim) ended its thread with code [01];/m.test(
        end.err,
      );
      if (end.code !== 0 && !isNamed) throw new Broken(`it says: ${end.err}`);
      await scene.checkWhole(place);
      if (end.code === 0) await scene.checkNew(place);
      else if (index % NEXT_RUN_EVERY === 0) await scene.checkNext(place);
      return endInWords(end);
    },
  },
];
