import { join } from 'node:path';
import { PACKAGE } from '../../io/place.ts';

/** The proofs that the package ships. */
export const PROOFS = join(PACKAGE, 'proofs');

/** The folder of cached results of the checkers. */
export const PROOF_CACHE = join(PACKAGE, 'node_modules', '.cache', 'bonafide');
