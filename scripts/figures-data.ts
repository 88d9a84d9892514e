/** Writes the data of the figures, their page and their pictures. The bytes are the same each time, since all values are certified. */
import { writeFile } from 'node:fs/promises';
import { texts } from './figures/build.ts';

for (const [path, text] of texts()) await writeFile(new URL(`../${path}`, import.meta.url), text);
