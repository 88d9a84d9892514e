/** Writes reports/explorer.html. */
import { writeFile } from 'node:fs/promises';
import { explorerPage } from './explorer/build.ts';

await writeFile(new URL('../reports/explorer.html', import.meta.url), await explorerPage());
