import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { checkProofs } from '../../../src/coq/gate/check-proofs.ts';
import { environment } from '../../../src/coq/gate/environment.ts';
import { temporaryFolder } from '../../evidence/folder.ts';
import { honest, saying, TINY } from './tiny.ts';

afterEach(() => void vi.unstubAllEnvs());

test('a relative TMPDIR is that of the command, not of the checker', async () => {
  const folder = join(await temporaryFolder(), 'temporary');
  await mkdir(folder);
  vi.stubEnv('TMPDIR', relative(process.cwd(), folder));
  expect(environment()).toMatchObject({ TMPDIR: folder });
  const checker = saying(honest);
  const run = vi.spyOn(checker, 'run');
  await checkProofs({ checker, proofs: TINY });
  expect(run.mock.calls[0]?.[0].folder).toMatch(folder);
});
