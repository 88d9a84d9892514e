import { kl } from './kl.ts';
import type { Translation } from './translation.ts';

/** Every theorem of the manifest, file by file. */
export const translations: readonly Translation[] = [...kl];
