/** Writes the Markdown of reports/ again from reports/verification.json, without a run: the same bytes each time. */
import { writeFile } from 'node:fs/promises';
import { pages } from './reports/pages.ts';

for (const [path, text] of pages()) await writeFile(new URL(`../${path}`, import.meta.url), text);
