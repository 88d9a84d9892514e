/** Writes the data of the figures, their page and their pictures: the same bytes each time, for all values are certified. */
import { writeFile } from 'node:fs/promises';
import { texts } from './figures/build.ts';

for (const [path, text] of texts()) await writeFile(new URL(`../${path}`, import.meta.url), text);
