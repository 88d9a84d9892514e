/** Draws the pictures again, and writes the page of the figures, from the data that are saved. The bytes are the same each time. */
import { writeFile } from 'node:fs/promises';
import { pictures } from './figures/pictures/all.ts';

for (const [path, text] of pictures()) await writeFile(new URL(`../${path}`, import.meta.url), text);
