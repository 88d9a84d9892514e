/** Run by `npm version`, which has written the version into package.json: dates the changelog and the citation for the commit of the release. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { writeWhole } from '../src/io/write-whole.ts';
import { cited, released } from './release/released.ts';

const date = new Date().toISOString().slice(0, 10);
const pages = [
  ['CHANGELOG.md', released],
  ['CITATION.cff', cited],
] as const;
// All texts are made before one is written.
const texts = pages.map(([name, change]) => {
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  return [file, change(readFileSync(file, 'utf8'), manifest.version, date)] as const;
});
for (const [file, text] of texts) await writeWhole(file, text);
