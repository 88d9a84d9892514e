import { catalogue } from '../../properties/index.ts';
import { loadClaims, type OwnClaims } from '../run/load-claims.ts';
import { inThread } from './in-thread.ts';

/**
 * Loads the claims of modules, each on a thread first: what a module does while it is loaded can be interrupted there.
 * @throws as `loadClaims`; ClaimStopped naming the file where a module does not come to its end; Interrupted.
 */
export async function load(files: readonly string[], signal: AbortSignal, stallSeconds: number): Promise<OwnClaims> {
  for (const file of files) await inThread('load', [file], signal, { whose: { file }, stallSeconds });
  return loadClaims(files, catalogue);
}
