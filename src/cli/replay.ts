import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Replay } from '../evidence/replay.ts';
import { listFiles } from '../evidence/store.ts';
import { oneLine } from '../report/escape.ts';
import { STALL_SECONDS } from '../run/pool.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import type { Settings } from './settings.ts';

export const COUNTEREXAMPLES = 'counterexamples';

/** The replays of a folder, and the number of its files that belong to other claims. */
export interface Replayed {
  readonly replays: readonly Replay[];
  readonly others: number;
}

/** Replays the counterexamples of some claims that are saved in a folder. @throws Interrupted */
export async function replayOf(
  folder: string,
  settings: Pick<Settings, 'claims' | 'modules' | 'signal' | 'stallSeconds' | 'catalogue'>,
): Promise<Replayed> {
  const { claims, modules, stallSeconds } = settings;
  const files = await listFiles(folder);
  const input = { modules: pathsOf(modules), only: claims.map(({ id }) => id) };
  const replays: Replay[] = [];
  for (const name of files) {
    const file = join(folder, name);
    const replayed = await inThread('replay', { ...input, file }, settings, { whose: { file }, stallSeconds });
    if (replayed) replays.push(replayed);
  }
  return { replays, others: files.length - replays.length };
}

function pathsOf(modules: Settings['modules']): string[] {
  return [...new Set(modules.values())].map((url) => fileURLToPath(url));
}

/** The exit code of replays. Wrong numbers take precedence over counterexamples that no longer refute. */
export function codeOf(replays: readonly Replay[]): ExitCode {
  if (replays.some(({ outcome }) => outcome === 'disagrees')) return EXIT.badInput;
  return replays.some(({ outcome }) => outcome === 'not refuted') ? EXIT.failed : EXIT.ok;
}

/** `bonafide replay [FILE…]`: recomputes saved counterexamples from their instances. */
export async function replayCommand(
  files: readonly string[],
  { json, claim: modules = [] }: { json?: boolean; claim?: readonly string[] },
  context: Context,
): Promise<ExitCode> {
  const { console } = context;
  const saved = files.length > 0 ? [] : await listFiles(COUNTEREXAMPLES);
  const replays: Replay[] = [];
  for (const file of [...files, ...saved.map((name) => join(COUNTEREXAMPLES, name))]) {
    const code = { whose: { file }, stallSeconds: STALL_SECONDS };
    replays.push((await inThread('replay', { file, modules }, context, code)) as Replay);
  }
  if (json) console.out(JSON.stringify(replays, null, 2));
  else for (const { file, outcome, detail } of replays) console.out(oneLine(`${file}: ${outcome}: ${detail}`));
  if (replays.length === 0) console.err('there are no saved counterexamples here');
  return codeOf(replays);
}
