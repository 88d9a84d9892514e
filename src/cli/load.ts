import { catalogueAt } from '../run/catalogue.ts';
import { loadClaims, type OwnClaims } from '../run/load-claims.ts';
import type { Context } from './context.ts';
import { inThread } from './in-thread.ts';

/**
 * Loads the claims of modules. Each is first loaded on a thread, where its loading can be interrupted.
 * @throws as `loadClaims`; ClaimStopped naming the file where the loading of a module does not end; Interrupted.
 */
export async function load(
  files: readonly string[],
  stallSeconds: number,
  context: Pick<Context, 'catalogue' | 'signal'>,
): Promise<OwnClaims> {
  for (const file of files) await inThread('load', [file], context, { whose: { file }, stallSeconds });
  const { claims } = await catalogueAt(context.catalogue);
  return loadClaims(files, claims);
}
