import { join } from 'node:path';
import { freshBuild } from '../scripts/fresh.mjs';

/** Before all tests: their threads run from a build of the sources. */
export async function setup(): Promise<void> {
  process.env.BONAFIDE_BUILD = await freshBuild(join(import.meta.dirname, '..'));
}
