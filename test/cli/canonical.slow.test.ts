import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/evidence/store.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { run } from './process.ts';

const root = new URL('../../', import.meta.url);

describe('the canonical run', () => {
  it('writes the reports and counterexamples that are committed', async () => {
    const folder = await temporaryFolder();
    const { code } = await run(['verify'], folder);
    expect(code).toBe(0);
    const kept = (await listFiles(join(folder, 'counterexamples'))).map((name) => `counterexamples/${name}`);
    expect(kept).toHaveLength(2);
    for (const name of ['reports/verification.json', 'reports/verification.md', ...kept]) {
      expect(await readFile(join(folder, name), 'utf8'), name).toBe(await readFile(new URL(name, root), 'utf8'));
    }
  });
});
