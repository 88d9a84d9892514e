import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The nearest folder above this module that has a file. */
function folderWith(file: string, from = import.meta.dirname): string {
  return existsSync(join(from, file)) ? from : folderWith(file, dirname(from));
}

/** The folder of this package, whether in a checkout or installed. */
export const PACKAGE = folderWith('package.json');

const EXTENSION = extname(import.meta.url);

/** The folder of the code that runs: the package's where that are its sources, else that of the build. */
const CODE = folderWith(join('src', 'cli', `bin${EXTENSION}`));

/** A place in the folder of the code that runs. */
export function codeIn(folder: string): string {
  return join(CODE, folder);
}

/** The address of a module of the code that runs, such as src/run/worker. A build has those that are loaded by their address. */
export function moduleAt(name: string): string {
  return pathToFileURL(join(CODE, `${name}${EXTENSION}`)).href;
}

/** The version of this package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}
