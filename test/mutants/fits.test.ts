import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogue } from './catalogue/index.ts';
import { mutate } from './mutant.ts';

const root = new URL('../../', import.meta.url);

it('every planted fault fits its source', () => {
  for (const mutant of catalogue)
    expect(() => mutate(readFileSync(new URL(mutant.file, root), 'utf8'), mutant)).not.toThrow();
});
