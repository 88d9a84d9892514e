import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryName } from '../../src/io/leftovers.ts';
import { writeWhole } from '../../src/io/write-whole.ts';
import { temporaryFolder } from '../evidence/folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('a name tells containers apart that share the name of their host', ({ skip }) => {
  const unshared = ['--pid', '--fork', '--mount-proc', process.execPath, '--import', 'tsx', '-p'];
  const print = "import('./src/io/leftovers.ts').then(({ temporaryName }) => console.log(temporaryName()))";
  const { status, stdout } = spawnSync('unshare', [...unshared, print], { encoding: 'utf8', cwd: ROOT });
  skip(status !== 0, 'only root may do that, on Linux');
  const [inside] = /bonafide-[0-9a-f]{8}/.exec(stdout) ?? [];
  const [outside] = /bonafide-[0-9a-f]{8}/.exec(temporaryName()) ?? [];
  expect([inside, outside]).toEqual([expect.any(String), expect.any(String)]);
  expect(inside).not.toBe(outside);
});

it('what killed processes left behind is removed by the next file, and nothing else', async () => {
  const folder = await temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const own = temporaryName();
  const ofDead = own.replace(`-${process.pid}-`, `-${pid}-`);
  const elsewhere = ofDead.replace(/^\.bonafide-[0-9a-f]{8}/, '.bonafide-00000000');
  const mine = '.bonafide-notes.tmp';
  for (const name of [own, ofDead, elsewhere, mine]) await writeFile(join(folder, name), 'half');
  await writeWhole(join(folder, 'a.txt'), 'text');
  expect((await readdir(folder)).sort()).toEqual([own, elsewhere, mine, 'a.txt'].sort());
});
