import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The pictures of the project, as paths in it. */
export const FILES = globSync(['docs/*.svg', 'reports/*.svg'], { cwd: ROOT, ignore: '**/*.new.svg' }).sort();
