/** Writes the test vectors into vectors/. The bytes are the same each time, since instances are fixed and values certified. */
import { writeFile } from 'node:fs/promises';
import { texts } from './vectors/build.ts';

for (const [name, text] of texts()) await writeFile(new URL(`../vectors/${name}`, import.meta.url), text);
