import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bonafide } from '../cli/bonafide.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { pageAt } from './pages.ts';

it('docs/conjectures.md shows the answer to the derivation that it shows', async () => {
  const blocks = [...pageAt('docs/conjectures.md').matchAll(/^```\n([^`]*)```$/gm)].map(([, block = '']) => block);
  const [file = '', answer] = blocks.slice(blocks.findIndex((block) => block.startsWith('kl-bound: ')));
  const here = await temporaryFolder();
  await writeFile(join(here, 'proof.txt'), file);
  const saved = join(here, 'bonafide');
  const { out } = await bonafide('test', '--derivation', join(here, 'proof.txt'), '--counterexamples', saved);
  expect(out.replaceAll(`${here}/`, '')).toBe(answer);
});
