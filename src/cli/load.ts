import { catalogue } from '../../properties/index.ts';
import { loadClaims, type OwnClaims } from '../run/load-claims.ts';
import { inThread } from './in-thread.ts';

/**
 * Loads the claims of modules. Each is first loaded on a thread, where its loading can be interrupted.
 * @throws as `loadClaims`; ClaimStopped naming the file where the loading of a module does not end; Interrupted.
 */
export async function load(files: readonly string[], signal: AbortSignal, stallSeconds: number): Promise<OwnClaims> {
  for (const file of files) await inThread('load', [file], signal, { whose: { file }, stallSeconds });
  return loadClaims(files, catalogue);
}
