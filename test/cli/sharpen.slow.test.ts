import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { bonafide } from './bonafide.ts';

/** The outputs that docs/sharpen.md shows, with their commands. The last lines of a block may be left out. */
it.each([
  ['gap <= C * S2', 'n = 2..10'],
  ['gap <= C * S3', null],
  ['gap <= C n(n-1)^2 S3', 'n = 3..4'],
])('the page shows what sharpen prints for %s', async (formula, given) => {
  const page = await readFile(new URL('../../docs/sharpen.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```\n(LEAST C FOUND[^`]*)```/g)].map(([, block]) => block as string);
  const { out } = await bonafide('sharpen', formula, ...(given === null ? [] : ['--for', given]));
  expect(blocks.some((block) => out.startsWith(block))).toBe(true);
});
