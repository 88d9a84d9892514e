/** Writes reports/explorer.html. */
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../src/io/write-whole.ts';
import { explorerPage } from './explorer/build.ts';

await writeWhole(fileURLToPath(new URL('../reports/explorer.html', import.meta.url)), await explorerPage());
