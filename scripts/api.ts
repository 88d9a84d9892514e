/** Writes the API reference in docs/api. The bytes are the same each time. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from '../src/io/place.ts';
import { apiPages } from './api/build.ts';

const pages = await apiPages();
rmSync(join(PACKAGE, 'docs', 'api'), { recursive: true, force: true });
mkdirSync(join(PACKAGE, 'docs', 'api'));
for (const [path, text] of pages) writeFileSync(join(PACKAGE, path), text);
