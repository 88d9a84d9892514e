/** Writes the certified sharp constants to reports/constants.json. The bytes are the same each time. */
import { writeFile } from 'node:fs/promises';
import { constantsTable } from '../src/regions/table.ts';

await writeFile(new URL('../reports/constants.json', import.meta.url), constantsTable());
