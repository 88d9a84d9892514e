import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, whether in a checkout or installed. */
function packageFolder(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : packageFolder(dirname(from));
}

export const PACKAGE = packageFolder();

/** The version of this package. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** The proofs that the package ships. */
export const PROOFS = join(PACKAGE, 'proofs');

/** The folder of cached results of the checkers. */
export const PROOF_CACHE = join(PACKAGE, 'node_modules', '.cache', 'bonafide');
