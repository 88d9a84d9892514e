/** Writes the pages of reports/ from reports/verification.json, without a run. The bytes are the same each time. */
import { writeFile } from 'node:fs/promises';
import { pages } from './reports/pages.ts';

for (const [path, text] of await pages()) await writeFile(new URL(`../${path}`, import.meta.url), text);
