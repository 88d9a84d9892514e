import { join } from 'node:path';
import { catalogue } from '../../properties/index.ts';
import { loadClaims } from '../campaign/load-claims.ts';
import type { Claim } from '../claims/claim.ts';
import { type Replay, replay } from '../evidence/replay.ts';
import { listFiles } from '../evidence/store.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

export const COUNTEREXAMPLES = 'counterexamples';

/** Replays every counterexample saved in a folder. */
export async function replayAll(folder: string, claims: readonly Claim[]): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const file of await listFiles(folder)) replays.push(await replay(join(folder, file), claims));
  return replays;
}

/** The exit code that replays call for: wrong numbers weigh more than a refutation that is gone. */
export function codeOf(replays: readonly Replay[]): ExitCode {
  if (replays.some(({ outcome }) => outcome === 'disagrees')) return EXIT.badInput;
  return replays.some(({ outcome }) => outcome === 'survives') ? EXIT.unexpected : EXIT.expected;
}

/** `bonafide replay [FILE…]`: works saved counterexamples out again from their instances. */
export async function replayCommand(
  files: readonly string[],
  { json, claim = [] }: { json?: boolean; claim?: readonly string[] },
  console: Console,
): Promise<ExitCode> {
  const claims = [...catalogue, ...(await loadClaims(claim, catalogue)).claims];
  const replays: Replay[] = [];
  for (const file of files) replays.push(await replay(file, claims));
  if (files.length === 0) replays.push(...(await replayAll(COUNTEREXAMPLES, claims)));
  if (json) console.out(JSON.stringify(replays, null, 2));
  else for (const { file, outcome, detail } of replays) console.out(`${file}: ${outcome}: ${detail}`);
  if (replays.length === 0) console.err('there are no saved counterexamples here');
  return codeOf(replays);
}
