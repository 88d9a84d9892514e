// @ts-check
/** Runs `bonafide` from the sources of this checkout, as they are now. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshBuild } from './fresh.mjs';

const root = join(import.meta.dirname, '..');

/** The folder of the code that is to run, and the extension of its modules. */
function code() {
  return freshBuild(root).then((folder) => ({ folder, extension: 'js' }), sources);
}

/** The sources themselves: slower, but they need no folder to write to, and say what is wrong with them. */
async function sources() {
  for (const loader of ['tsx/esm/api', 'tsx/cjs/api']) (await import(loader)).register();
  return { folder: root, extension: 'ts' };
}

const { folder, extension } = await code();
await import(pathToFileURL(join(folder, 'src', 'cli', `bin.${extension}`)).href);
