import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, in a checkout and installed. */
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

/** Where results of the checkers are kept. */
export const PROOF_CACHE = join(PACKAGE, 'node_modules', '.cache', 'bonafide');
